using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>The loss that the network is trained with.</summary>
/// <remarks>
/// Several losses, each <see cref="From"/> a layer, make that layer's output a part of the network's: the outputs lie one
/// after another in the order of the losses, and so do the targets. The cost is J = Σ <see cref="Weight"/>·Jₕ.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class LossAttribute : Attribute
{
    /// <summary>Declares the loss.</summary>
    /// <param name="loss">The loss of one example.</param>
    public LossAttribute(Loss loss) => Loss = loss;

    /// <summary>The loss of one example.</summary>
    public Loss Loss { get; }

    /// <summary>How the losses of a batch become one number. Default <see cref="Reduction.Mean"/>; several losses have the same.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>The name of the layer whose output the loss judges. By default the last; each of several losses names its own.</summary>
    public string? From { get; set; }

    /// <summary>The factor of the loss in the cost, finite and at least 0. Default 1; with 0 an output is predicted and not trained.</summary>
    public double Weight { get; set; } = 1;
}
