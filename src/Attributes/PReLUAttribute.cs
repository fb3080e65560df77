using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A leaky ReLU that learns its slope (He et al., 2015): y = x where x &gt; 0, else a·x, on any shape. There is one a for
/// all elements, or with <see cref="PerChannel"/> one for every channel. As PyTorch's PReLU.
/// </summary>
/// <remarks>
/// ∂y/∂a = min(0, x); at x = 0, ∂y/∂x is taken as a. The slopes start at 0.25 and are called Weights.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class PReLUAttribute : LearningLayerAttribute
{
    /// <summary>Whether every channel has a slope of its own: every element of a vector, or all of one place on the first axis of other shapes. Default false.</summary>
    public bool PerChannel { get; set; }
}
