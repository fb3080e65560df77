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

    /// <summary>Where <see cref="Loss.Huber"/> turns from squared to linear: δ, a finite number above 0. Default 1.</summary>
    public double Delta { get; set; } = 1;

    /// <summary>
    /// How much each class counts in <see cref="Loss.CrossEntropy"/>, one finite number of at least 0 per class:
    /// ℓ = −Σ wₖ yₖ ln ŷₖ. By default each counts 1. A rare class that counts more is missed less.
    /// </summary>
    /// <remarks>
    /// The mean stays one over the rows. That of PyTorch divides by Σ w of the rows' classes where targets are indices,
    /// and by the rows where they are probabilities.
    /// </remarks>
    public double[]? ClassWeights { get; set; }

    /// <summary>
    /// How much a positive target counts in <see cref="Loss.BinaryCrossEntropy"/>, one finite number of at least 0 per
    /// output: ℓ = −Σ (wₖ yₖ ln ŷₖ + (1 − yₖ) ln(1 − ŷₖ)), PyTorch's <c>pos_weight</c>. By default each counts 1.
    /// </summary>
    public double[]? PositiveWeights { get; set; }

    /// <summary>
    /// The share s of every target that <see cref="Loss.CrossEntropy"/> spreads over all K classes, from 0 to below 1:
    /// it learns from y(1 − s) + s/K (Szegedy and others, 2016), so that no output need become certain. Default 0.
    /// </summary>
    public double LabelSmoothing { get; set; }
}
