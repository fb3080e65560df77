using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Adds zeros around every channel: an image [channels, height, width] becomes
/// [channels, top + height + bottom, left + width + right], a signal [channels, length] becomes
/// [channels, left + length + right]. As PyTorch's ZeroPad2d and ZeroPad1d.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class ZeroPadAttribute : LayerAttribute
{
    /// <summary>Declares the same padding on every side of an image, or at both ends of a signal.</summary>
    /// <param name="padding">The zeros on each side, at least 0.</param>
    public ZeroPadAttribute(int padding)
    {
        (Left, Right) = (padding, padding);
        (Top, Bottom) = (padding, padding);
    }

    /// <summary>Declares a padding of columns, or of a signal.</summary>
    /// <param name="left">The zeros before each row, at least 0.</param>
    /// <param name="right">The zeros behind each row, at least 0.</param>
    public ZeroPadAttribute(int left, int right) => (Left, Right) = (left, right);

    /// <summary>Declares a padding of each side of an image, in PyTorch's order.</summary>
    /// <param name="left">The zeros before each row, at least 0.</param>
    /// <param name="right">The zeros behind each row, at least 0.</param>
    /// <param name="top">The rows of zeros above, at least 0.</param>
    /// <param name="bottom">The rows of zeros below, at least 0.</param>
    public ZeroPadAttribute(int left, int right, int top, int bottom)
    {
        (Left, Right) = (left, right);
        (Top, Bottom) = (top, bottom);
    }

    /// <summary>The zeros before each row.</summary>
    public int Left { get; }

    /// <summary>The zeros behind each row.</summary>
    public int Right { get; }

    /// <summary>The rows of zeros above.</summary>
    public int Top { get; }

    /// <summary>The rows of zeros below.</summary>
    public int Bottom { get; }
}
