using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A normalization of each example by itself, over its last axes.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Axes">How many axes are normalized together, the last ones.</param>
/// <param name="Affine">Whether there are a scale γ and, where the mean is subtracted, a shift β.</param>
/// <param name="Epsilon">ε, which is added to the variance.</param>
public abstract record RowNormDescription(string Name, ImmutableArray<int> Inputs, int Axes, bool Affine, double Epsilon)
    : LayerDescription(Name, Inputs)
{
    private protected abstract string Kind { get; }

    /// <summary>Whether the mean is subtracted.</summary>
    internal abstract bool IsCentered { get; }

    /// <inheritdoc/>
    public override string Summary => Axes == 1 ? Kind : Invariant($"{Kind}({Axes} axes)");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Axes = {Axes}, Affine = {Affine}, Epsilon = {Epsilon}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Axes < 1 || Axes > inputs[0].Length ? throw Misfit($"{Axes} axes are normalized; its input {ShapeText.Of(inputs[0])} has {inputs[0].Length}.")
        : Epsilon > 0 && double.IsFinite(Epsilon) ? inputs[0] : throw Misfit($"epsilon {Epsilon}; it is finite and above 0.");

    /// <summary>Weights γ and, where the mean is subtracted, Bias β, both of the shape of the normalized axes; none where the layer is not affine.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        ImmutableArray<int> shape = Affine ? inputs[0][^Axes..] : [];
        return !Affine ? [] : IsCentered ? [("Weights", shape), ("Bias", shape)] : [("Weights", shape)];
    }

    internal override double StartOf(string tensor) => tensor == "Weights" ? 1 : 0;
}
