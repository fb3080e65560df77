using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// The greatest element of every window of a signal, channel by channel: [channels, length] becomes
/// [channels, outputLength] with y[c, i] = max x[c, i·stride − padding + k] over the k of the kernel that lie in the
/// signal. As PyTorch's MaxPool1d: padding is never the maximum, the first of equal maxima takes the gradient, and a
/// window with a NaN gives NaN.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class MaxPool1DAttribute : Pool1DAttribute
{
    /// <summary>Declares a pooling by maxima.</summary>
    /// <param name="kernel">The elements of the window, at least 1.</param>
    public MaxPool1DAttribute(int kernel)
        : base(kernel)
    {
    }
}
