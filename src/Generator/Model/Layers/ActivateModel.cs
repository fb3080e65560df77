using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>a = ψ(z), element by element, or a softmax.</summary>
/// <param name="OfLayer">Whether it stands with the layer above it on one attribute: <c>[Dense(10, Activation.ReLU)]</c>.</param>
internal sealed record ActivateModel(string Name, EquatableArray<int> Inputs, Shape Output, string Activation, double Slope, bool OfLayer = false)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => HasSlope ? $"{Activation} {Text.Number(Slope)}" : Activation;

    public override string Kind => "Activate";

    public override IEnumerable<object> Description => [new EnumMember("Activation", Activation), Slope];

    /// <summary>Whether it has a slope.</summary>
    public bool HasSlope => Activation is "LeakyReLU" or "ELU";

    /// <summary>Whether it makes probabilities of a vector, or their logarithms.</summary>
    public bool IsSoftmax => Activation is "Softmax" or "LogSoftmax";

    /// <summary>Whether ψ′ cannot be had from ψ(z); in training such an activation is not fused into the layer before it, whose z is lost.</summary>
    public override bool KeepsInput => Activation is "GELU" or "GELUTanh" or "SiLU" or "Mish" or "HardSwish";

    public override bool KeepsOutput => !KeepsInput;

    public override bool IsView(bool training) => Activation == "Identity";
}
