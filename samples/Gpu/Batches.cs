using NetGen.Data;
using NetGen.Training;

namespace NetGen.Samples.Gpu;

/// <summary>The batches of a training: all examples in every epoch, in another order each time.</summary>
internal sealed class Batches(IExamples<float> examples, ulong seed, int size)
{
    private readonly RowOrder order = RowOrders.Shuffled(seed);
    private readonly int[] rows = new int[examples.Count];
    private readonly float[] inputs = new float[size * examples.InputSize];
    private readonly int[] labels = new int[size];

    /// <summary>The batches of an epoch.</summary>
    public int Count => (rows.Length + size - 1) / size;

    /// <summary>Orders the examples for an epoch.</summary>
    public void Begin(int epoch)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        order(epoch, rows);
    }

    /// <summary>Reads a batch of the epoch; it is valid until the next is read.</summary>
    /// <param name="number">From 0; the last may have fewer rows.</param>
    public Batch<float> Read(int number)
    {
        ReadOnlySpan<int> chosen = rows.AsSpan(number * size, Math.Min(size, rows.Length - number * size));
        Span<float> pixels = inputs.AsSpan(0, chosen.Length * examples.InputSize);
        examples.Read(chosen, pixels, [], labels.AsSpan(0, chosen.Length));
        return new Batch<float>(pixels, labels.AsSpan(0, chosen.Length));
    }
}
