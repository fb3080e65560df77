namespace NetGen.Comparison.Contestants.Plain;

/// <summary>A tensor that is learned, its gradient and Adam's moments.</summary>
internal sealed class PlainParameters(float[] values)
{
    public float[] Values { get; } = [.. values];

    public float[] Gradient { get; } = new float[values.Length];

    public float[] First { get; } = new float[values.Length];

    public float[] Second { get; } = new float[values.Length];
}
