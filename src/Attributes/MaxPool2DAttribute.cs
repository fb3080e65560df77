using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// The greatest element of every window of an image, channel by channel: [channels, height, width] becomes
/// [channels, outputHeight, outputWidth] with y[c, i, j] = max x[c, i·stride − padding + k, j·stride − padding + l]
/// over the k and l of the kernel that lie in the image. As PyTorch's MaxPool2d: padding is never the maximum, the
/// first of equal maxima takes the gradient, and a window with a NaN gives NaN.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class MaxPool2DAttribute : Pool2DAttribute
{
    /// <summary>Declares a pooling by maxima whose window is square.</summary>
    /// <param name="kernel">The rows and columns of the window, at least 1.</param>
    public MaxPool2DAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>Declares a pooling by maxima.</summary>
    /// <param name="kernelHeight">The rows of the window, at least 1.</param>
    /// <param name="kernelWidth">The columns of the window, at least 1.</param>
    public MaxPool2DAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }
}
