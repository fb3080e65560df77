using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Adds to every step of a sequence [T, F] a vector that tells its place: y[t] = x[t] + p[t], where
/// p[t, 2i] = sin(t / 10000^(2i/F)) and p[t, 2i + 1] = cos(t / 10000^(2i/F)) (Vaswani et al., 2017), or with
/// <see cref="Learned"/> the weights of the layer.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class PositionalEncodingAttribute : LearningLayerAttribute
{
    /// <summary>Whether p is learned: Weights [T, F], drawn from a normal distribution of deviation 0.02.</summary>
    public bool Learned { get; set; }
}
