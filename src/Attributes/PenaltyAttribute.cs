using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A penalty on weights as a part of the cost: J + λ/2·‖W‖² + λ₁·Σ|w|, with λ = <see cref="L2"/> (ridge, Hoerl and Kennard,
/// 1970) and λ₁ = <see cref="L1"/> (lasso, Tibshirani, 1996); both together are the elastic net (Zou and Hastie, 2005).
/// </summary>
/// <remarks>
/// <para>One without <see cref="From"/> is for all layers of the network; one that names a layer takes its place there, with
/// L1 = 0 and L2 = 0 too. Parameters that layers share are penalized once, by the name of the layer that has them.</para>
/// <para><c>Gradient</c> adds λ·w + λ₁·sign(w), with sign(0) = 0, and the penalty to its cost, and <c>Cost</c> adds it too.
/// Plain gradient descent then multiplies W by 1 − αλ at every step, beside what the loss asks for. <c>Backward</c>, which
/// starts from a gradient of the output, knows no cost and adds nothing. A penalty is added once to the cost of a batch,
/// whatever its <see cref="Reduction"/>: under <see cref="Reduction.Sum"/> it stands beside a sum over m rows, and weighs as
/// much as under a mean with m times the λ.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class PenaltyAttribute : Attribute
{
    /// <summary>λ₁ of λ₁·Σ|w|, finite and at least 0. Default 0.</summary>
    public double L1 { get; set; }

    /// <summary>λ of λ/2·‖W‖², finite and at least 0. Default 0.</summary>
    public double L2 { get; set; }

    /// <summary>The name of the one layer that is penalized. By default all are that no other penalty names.</summary>
    public string? From { get; set; }

    /// <summary>
    /// Whether biases are penalized too, and all else of one axis, such as the scales of normalizations. Default false:
    /// weights only, which have two axes or more.
    /// </summary>
    public bool Biases { get; set; }

    /// <summary>
    /// The number m by which λ and λ₁ are divided, at least 1: λ/(2m)·‖W‖², as lectures write it with the number of training
    /// examples. It is this number and not the size of a batch, so that a short batch weighs as any other. Default 1.
    /// </summary>
    public int Examples { get; set; } = 1;

    /// <summary>
    /// Whether L1 leaves the gradient, and the trainer applies w ← sign(w)·max(|w| − αλ₁, 0) after every step of the optimizer
    /// (Daubechies, Defrise, De Mol, 2004), so that weights become exactly 0. Default false. The cost has it either way.
    /// </summary>
    /// <remarks>
    /// α is the learning rate of the step. With plain gradient descent that is the proximal gradient method, ISTA. Adam, which
    /// divides each gradient by its size, moves weights by about α whatever the loss, but shrinks them by αλ₁ all the same: the
    /// shrinking is not divided, so a λ₁ is another with Adam than with descent. Loops of one's own call
    /// <c>NetGen.Training.Proximal.Step</c>.
    /// </remarks>
    public bool Proximal { get; set; }
}
