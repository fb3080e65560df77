using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Repeats every element: an image [channels, height, width] becomes [channels, height·factor, width·factor] with
/// y[c, i, j] = x[c, ⌊i/factor⌋, ⌊j/factor⌋], a signal [channels, length] becomes [channels, length·factor]. As
/// PyTorch's Upsample by the nearest element.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class UpsampleAttribute : LayerAttribute
{
    /// <summary>Declares an upsampling.</summary>
    /// <param name="factor">How often an element is repeated along each axis, at least 1.</param>
    public UpsampleAttribute(int factor) => Factor = factor;

    /// <summary>How often an element is repeated along each axis.</summary>
    public int Factor { get; }
}
