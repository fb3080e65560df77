using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>Applies an activation: elementwise on any shape, or <see cref="Activation.Softmax"/> over a vector.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class ActivateAttribute : LayerAttribute
{
    /// <summary>Applies an activation.</summary>
    /// <param name="activation">The activation.</param>
    public ActivateAttribute(Activation activation) => Activation = activation;

    /// <summary>The activation.</summary>
    public Activation Activation { get; }

    /// <summary>The slope α of <see cref="Activation.LeakyReLU"/> for negative values, from 0 to below 1. Default 0.01.</summary>
    public double Slope { get; set; } = 0.01;
}
