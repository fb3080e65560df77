using NetGen.Training;

namespace NetGen.Samples;

/// <summary>Mini-batches in a new order every epoch, and Adam.</summary>
internal sealed class Trainer(Digits net, ImageSet data, int seed)
{
    private const int BatchSize = 64;

    private readonly Adam<float> adam = new(net.Parameters.Length, learningRate: 0.001);
    private readonly Workspace<float> workspace = net.CreateWorkspace(BatchSize);
    private readonly float[] gradient = new float[net.Parameters.Length];
    private readonly float[] pixels = new float[BatchSize * Digits.InputSize];
    private readonly int[] labels = new int[BatchSize];
    private readonly int[] order = [.. Enumerable.Range(0, data.Count)];
    private readonly Random random = new(seed);
    private long step;

    /// <summary>Goes once through the data; the last batch may be short.</summary>
    /// <returns>The mean loss of an example.</returns>
    public double Epoch()
    {
        random.Shuffle(order);
        double sum = 0;
        for (int first = 0; first < order.Length; first += BatchSize)
        {
            int rows = Math.Min(BatchSize, order.Length - first);
            Gather(order.AsSpan(first, rows));
            var batch = new Batch<float>(pixels.AsSpan(0, rows * Digits.InputSize), labels.AsSpan(0, rows), step++);
            sum += rows * net.Gradient(batch, gradient, workspace);
            adam.Step(net.Parameters, gradient);
        }

        return sum / order.Length;
    }

    private void Gather(ReadOnlySpan<int> rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            data.Pixels.AsSpan(rows[row] * Digits.InputSize, Digits.InputSize).CopyTo(pixels.AsSpan(row * Digits.InputSize));
            labels[row] = data.Labels[rows[row]];
        }
    }
}
