using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// The mean of every window of a signal, channel by channel: [channels, length] becomes [channels, outputLength] with
/// y[c, i] = 1/n·Σ x[c, i·stride − padding + k] over the k of the kernel that lie in the signal. n is the size of the
/// kernel, or where <see cref="IncludePadding"/> is false the number of elements that are summed. As PyTorch's
/// AvgPool1d.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class AveragePool1DAttribute : Pool1DAttribute
{
    /// <summary>Declares a pooling by means.</summary>
    /// <param name="kernel">The elements of the window, at least 1.</param>
    public AveragePool1DAttribute(int kernel)
        : base(kernel)
    {
    }

    /// <summary>Whether padding counts as zeros in a mean (PyTorch's count_include_pad). Default true.</summary>
    public bool IncludePadding { get; set; } = true;
}
