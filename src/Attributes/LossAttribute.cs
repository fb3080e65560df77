using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>The loss that the network is trained with.</summary>
[AttributeUsage(AttributeTargets.Class)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class LossAttribute : Attribute
{
    /// <summary>Declares the loss.</summary>
    /// <param name="loss">The loss of one example.</param>
    public LossAttribute(Loss loss) => Loss = loss;

    /// <summary>The loss of one example.</summary>
    public Loss Loss { get; }

    /// <summary>How the losses of a batch become one number. Default <see cref="Reduction.Mean"/>.</summary>
    public Reduction Reduction { get; set; }
}
