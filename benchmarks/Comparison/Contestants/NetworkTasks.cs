using NetGen.Comparison.Peers;
using NetGen.Threading;
using NetGen.Training;

namespace NetGen.Comparison.Contestants;

/// <summary>Sets up what is timed of a network, compiled or reference.</summary>
internal static class NetworkTasks
{
    public static IRun Prepare<TCallable>(TCallable callable, Work work, int rows, int threads, Problem problem)
        where TCallable : struct, ICallable
    {
        INetwork<float> network = callable.Network;
        network.Layout.CopyFrom<float>(network.Parameters, problem.Parameters);
        Workers? workers = threads > 1 && rows > 1 ? new(threads) : null;
        return work == Work.Train
            ? new TimedRun<TrainTask<TCallable>>(new(callable, rows, workers, problem), workers)
            : new TimedRun<PredictTask<TCallable>>(new(callable, rows, workers, problem), workers);
    }

    public static IRun PrepareStep<TCallable>(TCallable callable, Problem problem)
        where TCallable : struct, IStepCallable
    {
        IStreamingNetwork<float> network = callable.Network;
        network.Layout.CopyFrom<float>(network.Parameters, problem.Parameters);
        return new TimedRun<StepTask<TCallable>>(new(callable, problem));
    }

    public static AlignedBuffer<float> Aligned(ReadOnlySpan<float> numbers)
    {
        var buffer = new AlignedBuffer<float>(numbers.Length);
        numbers.CopyTo(buffer.Span);
        return buffer;
    }

    public static float[] Predict(this INetwork<float> network, ReadOnlySpan<float> row)
    {
        float[] output = new float[network.Description.OutputSize];
        network.Forward(row, output);
        return output;
    }
}

/// <summary>Prediction of one row or a batch.</summary>
internal readonly struct PredictTask<TCallable>(TCallable callable, int rows, Workers? workers, Problem problem) : ITask
    where TCallable : struct, ICallable
{
    private readonly AlignedBuffer<float> inputs = NetworkTasks.Aligned(problem.Inputs);
    private readonly AlignedBuffer<float> outputs = new(rows * callable.Network.Description.OutputSize);
    private readonly int length = rows * callable.Network.Description.InputSize;

    public int Batches { get; } = problem.Rows / rows;

    public void Do(int batch)
    {
        ReadOnlySpan<float> x = inputs.Span.Slice(batch * length, length);
        if (workers is null)
        {
            callable.Forward(x, outputs.Span);
        }
        else
        {
            callable.Network.Forward(x, outputs.Span, workers);
        }
    }

    public float[] Predict(ReadOnlySpan<float> row) => callable.Network.Predict(row);
}

/// <summary>A training step: forward, loss, backward, Adam.</summary>
internal readonly struct TrainTask<TCallable>(TCallable callable, int rows, Workers? workers, Problem problem) : ITask
    where TCallable : struct, ICallable
{
    private readonly AlignedBuffer<float> inputs = NetworkTasks.Aligned(problem.Inputs);
    private readonly AlignedBuffer<float> targets = NetworkTasks.Aligned(problem.Targets);
    private readonly AlignedBuffer<float> gradient = new(callable.Network.Layout.Length);
    private readonly Workspace<float> workspace = Workspace(callable.Network, rows, workers);
    private readonly Adam<float> adam = new(callable.Network.Layout.Length, problem.LearningRate);
    private readonly int inputLength = rows * callable.Network.Description.InputSize;
    private readonly int targetLength = rows * callable.Network.Description.OutputSize;

    public int Batches { get; } = problem.Rows / rows;

    public void Do(int batch)
    {
        ReadOnlySpan<float> x = inputs.Span.Slice(batch * inputLength, inputLength);
        Batch<float> examples = problem.Labels.Length > 0
            ? new(x, problem.Labels.AsSpan(batch * rows, rows), adam.Steps)
            : new(rows, x, targets.Span.Slice(batch * targetLength, targetLength), adam.Steps);
        callable.Gradient(examples, gradient.Span, workspace);
        adam.Step(callable.Network.Parameters, gradient.Span, workers);
    }

    public float[] Predict(ReadOnlySpan<float> row) => callable.Network.Predict(row);

    private static Workspace<float> Workspace(INetwork<float> network, int rows, Workers? workers)
    {
        Workspace<float> workspace = network.CreateWorkspace(rows);
        workspace.Workers = workers;
        return workspace;
    }
}

/// <summary>A step of a stream that goes on from call to call.</summary>
internal readonly struct StepTask<TCallable>(TCallable callable, Problem problem) : ITask
    where TCallable : struct, IStepCallable
{
    private readonly AlignedBuffer<float> inputs = NetworkTasks.Aligned(problem.Inputs);
    private readonly AlignedBuffer<float> state = new(callable.Network.StateSize);
    private readonly AlignedBuffer<float> output = new(callable.Network.StepOutputSize);
    private readonly int width = callable.Network.StepInputSize;

    public int Batches { get; } = problem.Inputs.Length / callable.Network.StepInputSize;

    public void Do(int batch) => callable.Step(inputs.Span.Slice(batch * width, width), state.Span, output.Span);

    public float[] Predict(ReadOnlySpan<float> row)
    {
        float[] fresh = new float[state.Length];
        float[] outputs = new float[row.Length / width * output.Length];
        for (int step = 0; step < row.Length / width; step++)
        {
            callable.Step(row.Slice(step * width, width), fresh, outputs.AsSpan(step * output.Length, output.Length));
        }

        return outputs;
    }
}
