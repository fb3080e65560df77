using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A transposed convolution of a signal [channels, length]: every element of the input puts the kernel, times itself, into
/// the output (PyTorch's <c>ConvTranspose1d</c>). z[f, i] = b[f] + Σ over c, n, u of x[c, n]·W[c, f, u] where
/// n·stride − padding + u·dilation = i; then the activation. It is the gradient of a <see cref="Conv1DAttribute"/> of the
/// same sizes by its input. The output is
/// [channels, (length − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class ConvTranspose1DAttribute : LearningLayerAttribute
{
    /// <summary>Declares a transposed convolution.</summary>
    /// <param name="channels">The channels of the output, at least 1.</param>
    /// <param name="kernel">The length of a filter, at least 1.</param>
    /// <param name="activation">
    /// The activation; <c>[ConvTranspose1D(n, k, f)]</c> is short for <c>[ConvTranspose1D(n, k)]</c> followed by <c>[Activate(f)]</c>.
    /// </param>
    public ConvTranspose1DAttribute(int channels, int kernel, Activation activation = Activation.Identity)
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

    /// <summary>The step of the output for one of the input, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>What the output loses at its beginning, and as much at its end, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>
    /// What the output has more at its end, from 0 to below the stride or the dilation: where a convolution with a stride
    /// leaves several lengths the same, it says which of them comes back. Default 0.
    /// </summary>
    public int OutputPadding { get; set; }

    /// <summary>From one element of a filter to the next, at least 1. Default 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// The groups of channels that are convolved apart from each other; it divides the channels of input and output. As
    /// many groups as input channels make the convolution depthwise. Default 1.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>
    /// α, for values below 0: of <see cref="Activation.LeakyReLU"/>, from 0 to below 1, by default 0.01; of
    /// <see cref="Activation.ELU"/>, above 0, by default 1.
    /// </summary>
    public double Slope { get; set; }

    /// <summary>Whether the layer has a bias b, one number for each channel of the output. Default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// How W [input channels, channels / groups, kernel] is drawn. As PyTorch counts them, an output has channels / groups ·
    /// kernel inputs. Default <see cref="Initializer.Auto"/>: by the activation that follows.
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
