using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// The mean of every window of an image, channel by channel: [channels, height, width] becomes
/// [channels, outputHeight, outputWidth] with
/// y[c, i, j] = 1/n·Σ x[c, i·stride − padding + k, j·stride − padding + l] over the k and l of the kernel that lie in
/// the image. n is the size of the kernel, or where <see cref="IncludePadding"/> is false the number of elements that
/// are summed. As PyTorch's AvgPool2d.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class AveragePool2DAttribute : Pool2DAttribute
{
    /// <summary>Declares a pooling by means whose window is square.</summary>
    /// <param name="kernel">The rows and columns of the window, at least 1.</param>
    public AveragePool2DAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>Declares a pooling by means.</summary>
    /// <param name="kernelHeight">The rows of the window, at least 1.</param>
    /// <param name="kernelWidth">The columns of the window, at least 1.</param>
    public AveragePool2DAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Whether padding counts as zeros in a mean (PyTorch's count_include_pad). Default true.</summary>
    public bool IncludePadding { get; set; } = true;
}
