using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A convolution of an image [channels, height, width], as a cross-correlation: the kernel is not flipped (LeCun et
/// al., 1989; PyTorch's <c>Conv2d</c>). z[f, i, j] = b[f] + Σ over c, u, v of
/// W[f, c, u, v]·x[c, i·stride − padding + u·dilation, j·stride − padding + v·dilation], where x is 0 outside of the
/// image; then the activation. The output is [channels, ⌊(height + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1,
/// the same of the width].
/// </summary>
/// <remarks>
/// What ends in <c>Height</c> or <c>Width</c> counts for that axis; what does not, for both where theirs is not set.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class Conv2DAttribute : LearningLayerAttribute
{
    /// <summary>Declares a convolution with square kernels.</summary>
    /// <param name="channels">The channels of the output, one for each filter; at least 1.</param>
    /// <param name="kernel">The rows of a filter and its columns, at least 1.</param>
    /// <param name="activation">
    /// The activation; <c>[Conv2D(n, k, f)]</c> is short for <c>[Conv2D(n, k)]</c> followed by <c>[Activate(f)]</c>.
    /// </param>
    public Conv2DAttribute(int channels, int kernel, Activation activation = Activation.Identity)
        : this(channels, kernel, kernel, activation)
    {
    }

    /// <summary>Declares a convolution.</summary>
    /// <param name="channels">The channels of the output, one for each filter; at least 1.</param>
    /// <param name="kernelHeight">The rows of a filter, at least 1.</param>
    /// <param name="kernelWidth">The columns of a filter, at least 1.</param>
    /// <param name="activation">The activation after the layer.</param>
    public Conv2DAttribute(int channels, int kernelHeight, int kernelWidth, Activation activation = Activation.Identity)
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

    /// <summary>The step from one window to the next, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The rows from one window to the next. By default as <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The columns from one window to the next. By default as <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>The rows and columns of zeros around the image, on each side, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>The rows of zeros above and below the image. By default as <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>The columns of zeros left and right of the image. By default as <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>
    /// Whether the padding is such that height and width stay as they are: dilation·(kernel − 1) zeros in all, half of
    /// them on each side; of an odd number the one left over comes below or to the right, as in PyTorch. Needs a stride
    /// of 1 and no <see cref="Padding"/>. Default false.
    /// </summary>
    public bool Same { get; set; }

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
    /// Whether windows may leave rows or columns at the end unread, where the stride does not divide. Default false: it
    /// is an error.
    /// </summary>
    public bool Truncate { get; set; }

    /// <summary>
    /// α, for values below 0: of <see cref="Activation.LeakyReLU"/>, from 0 to below 1, by default 0.01; of
    /// <see cref="Activation.ELU"/>, above 0, by default 1.
    /// </summary>
    public double Slope { get; set; }

    /// <summary>Whether the layer has a bias b, one number for each channel of the output. Default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// How W [channels, input channels / groups, kernelHeight, kernelWidth] is drawn. An output has input channels /
    /// groups · kernelHeight · kernelWidth inputs. Default <see cref="Initializer.Auto"/>: by the activation that follows.
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
