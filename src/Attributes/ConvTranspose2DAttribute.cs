using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A transposed convolution of an image [channels, height, width]: every element of the input puts the kernel, times
/// itself, into the output (Zeiler et al., 2010; PyTorch's <c>ConvTranspose2d</c>). z[f, i, j] = b[f] + Σ over c, h, w, u, v
/// of x[c, h, w]·W[c, f, u, v] where h·stride − padding + u·dilation = i and w·stride − padding + v·dilation = j; then the
/// activation. It is the gradient of a <see cref="Conv2DAttribute"/> of the same sizes by its input. The output is
/// [channels, (height − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1, the same of the width].
/// </summary>
/// <remarks>
/// What ends in <c>Height</c> or <c>Width</c> counts for that axis; what does not, for both where theirs is not set.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class ConvTranspose2DAttribute : LearningLayerAttribute
{
    /// <summary>Declares a transposed convolution with square kernels.</summary>
    /// <param name="channels">The channels of the output, at least 1.</param>
    /// <param name="kernel">The rows of a filter and its columns, at least 1.</param>
    /// <param name="activation">
    /// The activation; <c>[ConvTranspose2D(n, k, f)]</c> is short for <c>[ConvTranspose2D(n, k)]</c> followed by <c>[Activate(f)]</c>.
    /// </param>
    public ConvTranspose2DAttribute(int channels, int kernel, Activation activation = Activation.Identity)
        : this(channels, kernel, kernel, activation)
    {
    }

    /// <summary>Declares a transposed convolution.</summary>
    /// <param name="channels">The channels of the output, at least 1.</param>
    /// <param name="kernelHeight">The rows of a filter, at least 1.</param>
    /// <param name="kernelWidth">The columns of a filter, at least 1.</param>
    /// <param name="activation">The activation after the layer.</param>
    public ConvTranspose2DAttribute(int channels, int kernelHeight, int kernelWidth, Activation activation = Activation.Identity)
    {
        Channels = channels;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
        Activation = activation;
    }

    /// <summary>The channels of the output.</summary>
    public int Channels { get; }

    /// <summary>The rows of a filter.</summary>
    public int KernelHeight { get; }

    /// <summary>The columns of a filter.</summary>
    public int KernelWidth { get; }

    /// <summary>The activation after the layer.</summary>
    public Activation Activation { get; }

    /// <summary>The step of the output for one of the input, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The rows of the output for one of the input. By default as <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The columns of the output for one of the input. By default as <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>The rows and columns that the output loses on each side, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>The rows that the output loses above and below. By default as <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>The columns that the output loses left and right. By default as <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>
    /// The rows and columns that the output has more, below and to the right, from 0 to below the stride or the dilation:
    /// where a convolution with a stride leaves several sizes the same, it says which of them comes back. Default 0.
    /// </summary>
    public int OutputPadding { get; set; }

    /// <summary>The rows that the output has more, below. By default as <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingHeight { get; set; }

    /// <summary>The columns that the output has more, to the right. By default as <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingWidth { get; set; }

    /// <summary>From one element of a filter to the next, at least 1 (Yu and Koltun, 2016). Default 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The rows from one row of a filter to the next. By default as <see cref="Dilation"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>The columns from one column of a filter to the next. By default as <see cref="Dilation"/>.</summary>
    public int DilationWidth { get; set; }

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
    /// How W [input channels, channels / groups, kernelHeight, kernelWidth] is drawn. As PyTorch counts them, an output has
    /// channels / groups · kernelHeight · kernelWidth inputs. Default <see cref="Initializer.Auto"/>: by the activation that
    /// follows.
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
