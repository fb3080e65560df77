using NetGen.Comparison.Peers;
using NetGen.Randomness;

namespace NetGen.Comparison.Sweeping;

/// <summary>Perceptrons that nobody chose: ReLU between the layers, a softmax at the end.</summary>
internal static class RandomPerceptrons
{
    /// <summary>The rows of a training step.</summary>
    public const int Batch = 64;

    private const int Deepest = 6;
    private const int Widest = 1024;
    private const int LeastClasses = 2;

    /// <summary>
    /// The same from the same seed; a longer list starts with the shorter one. Half of them draw their widths evenly,
    /// which makes large networks, half by their logarithm, which makes small and mixed ones.
    /// </summary>
    public static IEnumerable<Workload> Of(int count, ulong seed) => Enumerable.Range(0, count).Select(index => One(index, seed));

    private static Workload One(int index, ulong seed)
    {
        int depth = 1 + (int)(Deepest * CounterRandom.Uniform(seed, index, 0));
        bool evenly = index % 2 == 0;
        int[] sizes = [.. Enumerable.Range(1, depth + 1).Select(draw => Width(CounterRandom.Uniform(seed, index, draw), evenly))];
        sizes[^1] = Math.Max(sizes[^1], LeastClasses);
        return new Perceptron([.. sizes], "ReLU", "Softmax").Workload($"P{index + 1}", Batch);
    }

    private static int Width(double uniform, bool evenly) => evenly ? 1 + (int)(Widest * uniform) : (int)Math.Pow(Widest + 1, uniform);
}
