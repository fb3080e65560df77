using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Batch normalization (Ioffe, Szegedy, 2015): y = (x − μ)/√(σ² + ε) · γ + β, for every element of a vector [F] and
/// every channel of a signal [C, L], an image [C, H, W] or a volume [C, D, H, W] by itself. While training, μ and σ² = 1/n·Σ (x − μ)² are those
/// of the whole batch, and the gradient goes through them; when predicting, they are running averages. As PyTorch's
/// BatchNorm1d and BatchNorm2d.
/// </summary>
/// <remarks>
/// <para>Each training pass, which is each <c>Gradient</c> and each training <c>Forward</c>, moves the running averages
/// once: running = (1 − momentum)·running + momentum·batch, with the unbiased variance n/(n − 1)·σ². They are no
/// parameters: they lie in the network's <c>Statistics</c>, start at 0 and 1, and are kept in its files as
/// <c>running_mean</c> and <c>running_var</c>.</para>
/// <para>γ and β have a number for every channel; they start at 1 and 0, and are called Weights and Bias. It may stand
/// before or behind an activation.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>Whether γ and β are learned; otherwise they are left out.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>ε, above 0: what is added to the variance. 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>How much of a running average each batch replaces, above 0 and up to 1. 0.1 by default.</summary>
    public double Momentum { get; set; } = 0.1;
}
