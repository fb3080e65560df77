using NetGen.Comparison.Peers;
using NetGen.Randomness;

namespace NetGen.Comparison;

/// <summary>Makes up the numbers of a problem: the same from the same seed.</summary>
internal static class Problems
{
    /// <summary>Adam's α.</summary>
    public const double LearningRate = 1e-6;

    private const int LeastBatches = 4;
    private const int LeastRows = 64;

    /// <summary>A problem with at least 4 batches and 64 rows. Weights keep the variance (He et al., 2015), inputs lie in [0, 1).</summary>
    /// <param name="workload">The network.</param>
    /// <param name="rows">The rows of a batch.</param>
    /// <param name="seed">The seed.</param>
    public static Problem Of(Workload workload, int rows, ulong seed)
    {
        (int Inputs, int Outputs)[] layers = [.. workload.Layers()];
        int total = Math.Max(LeastBatches, (LeastRows + rows - 1) / rows) * rows;
        int outputs = workload.Sizes[^1];
        bool labelled = workload.Output == "Softmax";
        return new Problem(
            [.. layers.Select((layer, index) => Normals(layer.Inputs * layer.Outputs, Math.Sqrt(2.0 / layer.Inputs), seed, stream: index))],
            [.. layers.Select((layer, index) => Normals(layer.Outputs, 0.1, seed, stream: layers.Length + index))],
            total,
            Made(total * workload.Sizes[0], index => (float)CounterRandom.Uniform(seed, InputStream, index)),
            labelled ? Made(total, index => (int)(outputs * CounterRandom.Uniform(seed, TargetStream, index))) : [],
            labelled ? [] : Normals(total * outputs, 1, seed, TargetStream),
            LearningRate);
    }

    /// <summary>All parameters in canonical order: W and b of every layer.</summary>
    public static float[] Parameters(this Problem problem) => [.. problem.Weights.Zip(problem.Biases, (W, b) => W.Concat(b)).SelectMany(layer => layer)];

    private const int InputStream = 1000;
    private const int TargetStream = 1001;

    private static float[] Normals(int count, double scale, ulong seed, int stream) =>
        Made(count, index => (float)(scale * CounterRandom.Normal(seed, stream, index)));

    private static T[] Made<T>(int count, Func<int, T> make)
    {
        var numbers = new T[count];
        Parallel.For(0, count, index => numbers[index] = make(index));
        return numbers;
    }
}
