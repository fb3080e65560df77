using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A normalization of each example over its last axes.</summary>
/// <param name="Kind">LayerNorm or RMSNorm.</param>
/// <param name="Axes">How many axes are normalized together.</param>
internal sealed record RowNormModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, int Axes, bool Affine, double Epsilon)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"{Kind}{(Axes == 1 ? "" : $" over {Text.Number(Axes)} axes")}{(Affine ? "" : ", not affine")}";

    public override string Kind { get; } = Kind;

    public override IEnumerable<object> Description => [Axes, Affine, Epsilon];

    /// <summary>Whether the mean is subtracted.</summary>
    public bool IsCentered => Kind == "LayerNorm";

    /// <summary>The shape of what is normalized together.</summary>
    public Shape Normalized => Output.IsKnown ? new Shape(Output.Sizes.Skip(Output.Rank - Axes).ToArray()) : Shape.Unknown;

    /// <summary>How many of these an example has.</summary>
    public int Groups => (int)(Output.Elements / Normalized.Elements);

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", Normalized, InPanels: false), new ParameterModel("Bias", Normalized, InPanels: false) }
            .Take(!Affine ? 0 : IsCentered ? 2 : 1).ToEquatableArray();

    /// <summary>The mean and the inverse deviation of each group.</summary>
    public override long Memory(bool training) => training ? 2L * Groups : 0;

    public override bool KeepsInput => true;

    public override bool RereadsParameters => Affine;

    public override bool ReadsUnpadded => true;
}
