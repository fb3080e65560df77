using System;

namespace NetGen.Data;

/// <summary>
/// From where in an image each pixel of the result is taken: row <see cref="Y"/> and column <see cref="X"/>, between
/// pixels too. Beyond the image there are zeros.
/// </summary>
public readonly ref struct ImagePlaces
{
    /// <summary>Places in memory of the caller's.</summary>
    /// <param name="height">The rows of the image, 1 or more.</param>
    /// <param name="width">The columns of the image, 1 or more.</param>
    /// <param name="y">[height, width], the rows of the places.</param>
    /// <param name="x">[height, width], the columns of the places.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public ImagePlaces(int height, int width, Span<float> y, Span<float> x)
    {
        Expect.AtLeast(height, 1, nameof(height));
        Expect.AtLeast(width, 1, nameof(width));
        Expect.Length(y.Length, height, width, nameof(y));
        Expect.Length(x.Length, height, width, nameof(x));
        Height = height;
        Width = width;
        Y = y;
        X = x;
    }

    /// <summary>The rows of the image.</summary>
    public int Height { get; }

    /// <summary>The columns of the image.</summary>
    public int Width { get; }

    /// <summary>The row that each pixel is taken from, [height, width]: 0 is the middle of the first row of pixels.</summary>
    public Span<float> Y { get; }

    /// <summary>The column that each pixel is taken from, [height, width]: 0 is the middle of the first column of pixels.</summary>
    public Span<float> X { get; }

    /// <summary>Each pixel is taken from its own place.</summary>
    internal void Clear()
    {
        for (int index = 0; index < Y.Length; index++)
        {
            (Y[index], X[index]) = (index / Width, index % Width);
        }
    }
}
