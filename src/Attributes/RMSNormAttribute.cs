using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Root mean square normalization (Zhang, Sennrich, 2019): y = x/√(1/n·Σ x² + ε) · γ, over the last axis of each
/// example, or the last few: a layer normalization that neither subtracts the mean nor adds a shift. On a sequence
/// [T, F] every step is normalized by itself. The shape stays. As PyTorch's RMSNorm.
/// </summary>
/// <remarks>γ has a number for every element of the normalized axes; it starts at 1, and is called Weights.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class RMSNormAttribute : LearningLayerAttribute
{
    /// <summary>How many axes are normalized together, the last ones: 1 to all of the input. 1 by default.</summary>
    public int Axes { get; set; } = 1;

    /// <summary>Whether γ is learned; otherwise it is left out.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>ε, above 0: what is added to the mean of the squares. 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
