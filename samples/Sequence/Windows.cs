using NetGen.Data;

namespace NetGen.Samples.Sequence;

/// <summary>A series cut into windows: the values before, and the one that follows. The first 70 % train, the rest test.</summary>
internal sealed class Windows
{
    /// <summary>The values that a prediction sees.</summary>
    public const int Length = 14;

    private readonly Standardization scale;
    private readonly double[] values;
    private readonly int split;

    public Windows(double[] values)
    {
        this.values = values;
        split = values.Length * 7 / 10;
        scale = Standardization.Fit(new Examples<double>(values[..split], new int[split]));
    }

    /// <summary>Windows whose next value lies in the first part, on a scale where that part has mean 0 and deviation 1.</summary>
    public Examples<float> Train => Between(Length, split);

    /// <summary>Windows whose next value lies in the second part, on the scale of the first.</summary>
    public Examples<float> Test => Between(split, values.Length);

    /// <summary>What follows the windows of <see cref="Test"/>, in units of the series.</summary>
    public ReadOnlySpan<double> Truth => values.AsSpan(split);

    /// <summary>The value before each of <see cref="Truth"/>: that nothing changes.</summary>
    public ReadOnlySpan<double> Before => values.AsSpan(split - 1, values.Length - split);

    /// <summary>What a network says of <see cref="Test"/>, in units of the series.</summary>
    public double[] Predict(INetwork<float> network)
    {
        int count = values.Length - split;
        float[] inputs = new float[count * Length];
        float[] outputs = new float[count];
        Test.Read([.. Enumerable.Range(0, count)], inputs, new float[count], []);
        network.Forward(inputs, outputs);
        return [.. outputs.Select(output => output * scale.Deviation[0] + scale.Mean[0])];
    }

    private Examples<float> Between(int first, int end)
    {
        double[] scaled = [.. values];
        scale.Apply<double>(scaled);
        float[] numbers = Array.ConvertAll(scaled, value => (float)value);
        float[] before = [.. Enumerable.Range(first, end - first).SelectMany(next => numbers[(next - Length)..next])];
        return new(end - first, before, numbers[first..end]);
    }
}
