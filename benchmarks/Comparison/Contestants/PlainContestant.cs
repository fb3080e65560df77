using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Contestants;

/// <summary>The plain loop.</summary>
internal sealed class PlainContestant : IPeer
{
    public string Name => "plain C# loop";

    public string Version => "one number at a time, one thread";

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        var network = new PlainNetwork(workload, problem);
        return work == Work.Train
            ? new TimedRun<TrainPlain>(new(network, workload, rows, problem))
            : new TimedRun<PredictPlain>(new(network, workload.Sizes[0], rows, problem));
    }

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
        private readonly int inputs = rows * workload.Sizes[0];
        private readonly int labels = problem.Labels.Length > 0 ? rows : 0;
        private readonly int targets = problem.Targets.Length > 0 ? rows * workload.Sizes[^1] : 0;

        public int Batches { get; } = problem.Rows / rows;

        public void Do(int batch) => network.Train(
            rows, problem.Inputs.AsSpan(batch * inputs, inputs), problem.Labels.AsSpan(batch * labels, labels), problem.Targets.AsSpan(batch * targets, targets));

        public float[] Predict(ReadOnlySpan<float> row) => [.. network.Forward(row)];
    }
}
