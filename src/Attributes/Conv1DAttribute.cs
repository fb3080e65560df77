using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A convolution of a signal [channels, length], as a cross-correlation: the kernel is not flipped (PyTorch's
/// <c>Conv1d</c>). z[f, i] = b[f] + Σ over c, u of W[f, c, u]·x[c, i·stride − padding + u·dilation], where x is 0 outside
/// of the signal; then the activation. The output is
/// [channels, ⌊(length + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class Conv1DAttribute : LearningLayerAttribute
{
    /// <summary>Declares a convolution.</summary>
    /// <param name="channels">The channels of the output, one for each filter; at least 1.</param>
    /// <param name="kernel">The length of a filter, at least 1.</param>
    /// <param name="activation">
    /// The activation; <c>[Conv1D(n, k, f)]</c> is short for <c>[Conv1D(n, k)]</c> followed by <c>[Activate(f)]</c>.
    /// </param>
    public Conv1DAttribute(int channels, int kernel, Activation activation = Activation.Identity)
    {
        Channels = channels;
        Kernel = kernel;
        Activation = activation;
    }

    /// <summary>The channels of the output.</summary>
    public int Channels { get; }

    /// <summary>The length of a filter.</summary>
    public int Kernel { get; }

    /// <summary>The activation after the layer.</summary>
    public Activation Activation { get; }

    /// <summary>The step from one window to the next, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The zeros before the signal, and as many behind it, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>
    /// Whether the padding is such that the length stays as it is: dilation·(kernel − 1) zeros in all, half of them on
    /// each side; of an odd number the one left over comes at the end, as in PyTorch. Needs a stride of 1, no
    /// <see cref="Padding"/> and not <see cref="Causal"/>. Default false.
    /// </summary>
    public bool Same { get; set; }

    /// <summary>
    /// Whether all padding, dilation·(kernel − 1) zeros, comes before the signal, so that no output sees an input behind
    /// its own (van den Oord et al., 2016). Needs no <see cref="Padding"/> and not <see cref="Same"/>. Default false.
    /// </summary>
    public bool Causal { get; set; }

    /// <summary>From one element of a filter to the next, at least 1. Default 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// The groups of channels that are convolved apart from each other; it divides the channels of input and output. As
    /// many groups as input channels make the convolution depthwise. Default 1.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether windows may leave the end of the signal unread, where the stride does not divide. Default false: it is an error.</summary>
    public bool Truncate { get; set; }

    /// <summary>
    /// α, for values below 0: of <see cref="Activation.LeakyReLU"/>, from 0 to below 1, by default 0.01; of
    /// <see cref="Activation.ELU"/>, above 0, by default 1.
    /// </summary>
    public double Slope { get; set; }

    /// <summary>Whether the layer has a bias b, one number for each channel of the output. Default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// How W [channels, input channels / groups, kernel] is drawn. An output has input channels / groups · kernel inputs.
    /// Default <see cref="Initializer.Auto"/>: by the activation that follows.
    /// </summary>
    public Initializer Initializer { get; set; }

    /// <summary>
    /// The number that <see cref="Initializer"/> takes: the constant of <see cref="Initializer.Constant"/> (default
    /// 0), the standard deviation of <see cref="Initializer.Normal"/> (default 0.01), the factor k of
    /// <see cref="Initializer.Scaled"/> (default 1), the bound of <see cref="Initializer.Uniform"/> (default 0.05), the
    /// gain of <see cref="Initializer.Orthogonal"/> (default 1). The other initializers take none.
    /// </summary>
    public double Scale { get; set; }
}
