using System.Linq;

namespace NetGen.Generator;

/// <param name="KindWritten">Its kind: <c>Conv2D</c> or <c>Conv1D</c>.</param>
/// <param name="Axes">What is written of every axis behind the channels.</param>
internal sealed record ConvDeclaration(
    int Attribute, string? Name, string? From, string KindWritten, int Channels, EquatableArray<ConvAxis> Axes, bool Same, bool Causal, bool Truncate,
    int Groups, EnumValue Activation, bool Bias, EnumValue Initializer, double? Scale, double? Slope)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => KindWritten;

    public override string Title
    {
        get
        {
            string kernels = Text.List(Axes.All(axis => axis.Kernel == Axes[0].Kernel) ? [Axes[0].Kernel] : Axes.Select(axis => axis.Kernel));
            return $"{Kind}({Text.Number(Channels)}, {kernels}{(Activation.Name == "Identity" ? "" : $", {Activation.Name}")})";
        }
    }

    public override string? ParametersType => "ConvParameters";
}

/// <summary>What is written of one axis of a convolution.</summary>
/// <param name="Suffix">What the properties of this axis end in: <c>Height</c>, <c>Width</c>, or nothing for the one axis of a signal.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Stride">The stride.</param>
/// <param name="Padding">The padding, or null where none is written.</param>
/// <param name="Dilation">The dilation.</param>
internal sealed record ConvAxis(string Suffix, int Kernel, int Stride, int? Padding, int Dilation);
