using System.Collections.Immutable;
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
    private const int InputStream = 1000;
    private const int TargetStream = 1001;

    /// <summary>A problem with at least 4 batches and 64 rows. Weights keep the variance (He et al., 2015), inputs lie in [0, 1).</summary>
    /// <param name="workload">The network.</param>
    /// <param name="rows">The rows of a batch.</param>
    /// <param name="seed">The seed.</param>
    public static Problem Of(Workload workload, int rows, ulong seed)
    {
        NetworkDescription network = workload.Network;
        int total = Math.Max(LeastBatches, (LeastRows + rows - 1) / rows) * rows;
        return new Problem(
            Parameters(network, seed),
            total,
            Made(total * network.InputSize, index => (float)CounterRandom.Uniform(seed, InputStream, index)),
            network.Loss == Loss.CrossEntropy ? Made(total, index => (int)(network.OutputSize * CounterRandom.Uniform(seed, TargetStream, index))) : [],
            network.Loss == Loss.MeanSquaredError ? Normals(total * network.OutputSize, 1, seed, TargetStream) : [],
            LearningRate);
    }

    /// <summary>The tensors of every layer, in canonical order; none where it learns nothing.</summary>
    public static ImmutableArray<ImmutableArray<float[]>> Tensors(this Problem problem, NetworkDescription network)
    {
        int next = 0;
        return [.. network.Layers.Select((_, index) => network.ParametersOf(index + 1).Select(tensor => Next(tensor.Shape)).ToImmutableArray())];

        float[] Next(ImmutableArray<int> shape)
        {
            int start = next;
            return problem.Parameters[start..(next += NetworkDescription.Elements(shape))];
        }
    }

    /// <summary>Every tensor is a stream of its own: the first ones of all layers, then the second ones.</summary>
    private static float[] Parameters(NetworkDescription network, ulong seed)
    {
        int[] learning = [.. Enumerable.Range(1, network.Layers.Length).Where(node => network.ParameterCountOf(node) > 0)];
        return
        [
            .. learning.SelectMany((node, layer) => network.ParametersOf(node).SelectMany((tensor, index) =>
                Normals(NetworkDescription.Elements(tensor.Shape), Scale(tensor.Shape), seed, stream: index * learning.Length + layer))),
        ];
    }

    private static double Scale(ImmutableArray<int> shape) => shape.Length > 1 ? Math.Sqrt(2.0 / NetworkDescription.Elements(shape[1..])) : 0.1;

    private static float[] Normals(int count, double scale, ulong seed, int stream) =>
        Made(count, index => (float)(scale * CounterRandom.Normal(seed, stream, index)));

    private static T[] Made<T>(int count, Func<int, T> make)
    {
        var numbers = new T[count];
        Parallel.For(0, count, index => numbers[index] = make(index));
        return numbers;
    }
}
