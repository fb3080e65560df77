using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A sequence with a vector added to every step that tells its place.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Learned">Whether the vectors are learned instead of being sinusoids.</param>
public sealed record PositionalEncodingDescription(string Name, ImmutableArray<int> Inputs, bool Learned = false) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => $"PositionalEncoding{(Learned ? ", learned" : "")}";

    internal override WeightDraws? Draws => Learned ? new(Initializer.Normal, 0.02) : null;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Learned = {Learned}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs[0].Length == 2 ? inputs[0] : throw Misfit($"a positional encoding takes a sequence [T, F], its input is {ShapeText.Of(inputs[0])}; reshape it first.");

    /// <summary>Where it is learned, Weights [T, F].</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Learned ? [("Weights", inputs[0])] : [];
}
