using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Contestants.Plain;

/// <summary>The plain loop.</summary>
internal sealed class PlainContestant : IPeer
{
    public string Name => "plain C# loop";

    public string Version => "one number at a time, one thread";

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem) => work switch
    {
        Work.Step => workload.Network.Layers is [GRUDescription gru] ? new TimedRun<StepPlain>(new(gru, workload, problem)) : null,
        Work.Train => new TimedRun<TrainPlain>(new(new(workload, problem), workload, rows, problem)),
        _ => new TimedRun<PredictPlain>(new(new(workload, problem), workload.Network.InputSize, rows, problem)),
    };

    public void Dispose()
    {
    }

    private readonly struct PredictPlain(PlainNetwork network, int width, int rows, Problem problem) : ITask
    {
        public int Batches { get; } = problem.Rows / rows;

        public void Do(int batch)
        {
            for (int row = batch * rows; row < (batch + 1) * rows; row++)
            {
                network.Forward(problem.Inputs.AsSpan(row * width, width));
            }
        }

        public float[] Predict(ReadOnlySpan<float> row) => [.. network.Forward(row)];
    }

    private readonly struct TrainPlain(PlainNetwork network, Workload workload, int rows, Problem problem) : ITask
    {
        private readonly int inputs = rows * workload.Network.InputSize;
        private readonly int labels = problem.Labels.Length > 0 ? rows : 0;
        private readonly int targets = problem.Targets.Length > 0 ? rows * workload.Network.OutputSize : 0;

        public int Batches { get; } = problem.Rows / rows;

        public void Do(int batch) => network.Train(
            rows, problem.Inputs.AsSpan(batch * inputs, inputs), problem.Labels.AsSpan(batch * labels, labels), problem.Targets.AsSpan(batch * targets, targets));

        public float[] Predict(ReadOnlySpan<float> row) => [.. network.Forward(row)];
    }

    private readonly struct StepPlain(GRUDescription layer, Workload workload, Problem problem) : ITask
    {
        private readonly PlainGRU gru = new(layer.Units, problem.Tensors(workload.Network)[0]);
        private readonly int width = workload.Network.InputSize / workload.Steps();

        public int Batches { get; } = problem.Rows * workload.Steps();

        public void Do(int batch) => gru.Step(problem.Inputs.AsSpan(batch * width, width));

        public float[] Predict(ReadOnlySpan<float> row)
        {
            Array.Clear(gru.State);
            List<float> outputs = [];
            for (int at = 0; at < row.Length; at += width)
            {
                gru.Step(row.Slice(at, width));
                outputs.AddRange(gru.State);
            }

            return [.. outputs];
        }
    }
}
