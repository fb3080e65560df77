using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>Applies an activation: elementwise on any shape, or <see cref="Activation.Softmax"/> and <see cref="Activation.LogSoftmax"/> over a vector.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class ActivateAttribute : LayerAttribute
{
    /// <summary>Applies an activation.</summary>
    /// <param name="activation">The activation.</param>
    public ActivateAttribute(Activation activation) => Activation = activation;

    /// <summary>The activation.</summary>
    public Activation Activation { get; }

    /// <summary>
    /// α, for values below 0: of <see cref="Activation.LeakyReLU"/>, from 0 to below 1, by default 0.01; of
    /// <see cref="Activation.ELU"/>, above 0, by default 1.
    /// </summary>
    public double Slope { get; set; }
}
