using NetGen.Data;

namespace NetGen.Samples.Drawing;

/// <summary>Many drawn digits.</summary>
internal static class DrawnDigits
{
    /// <summary>Draws images on all cores.</summary>
    /// <param name="seed">The seed of all images.</param>
    /// <param name="first">The number of the first image.</param>
    /// <param name="count">How many.</param>
    public static Examples<float> Draw(ulong seed, int first, int count)
    {
        const int Pixels = Pen.Side * Pen.Side;
        float[] pictures = new float[count * Pixels];
        Parallel.For(0, count, row => DrawnDigit.Draw(seed, first + row, pictures.AsSpan(row * Pixels, Pixels)));
        return new Examples<float>(pictures, Enumerable.Range(first, count).Select(DrawnDigit.Label).ToArray());
    }
}
