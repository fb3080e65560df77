using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Layer normalization (Ba, Kiros, Hinton, 2016): y = (x − μ)/√(σ² + ε) · γ + β, with the mean μ and the variance
/// σ² = 1/n·Σ (x − μ)² of each example over the last axis, or the last few. On a sequence [T, F] every step is
/// normalized by itself, on a vector [F] the whole of it. The shape stays. As PyTorch's LayerNorm.
/// </summary>
/// <remarks>γ and β have a number for every element of the normalized axes; they start at 1 and 0, and are called Weights and Bias.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class LayerNormAttribute : LearningLayerAttribute
{
    /// <summary>How many axes are normalized together, the last ones: 1 to all of the input. 1 by default.</summary>
    public int Axes { get; set; } = 1;

    /// <summary>Whether γ and β are learned; otherwise they are left out.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>ε, above 0: what is added to the variance. 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
