using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>Dropout: inverted, or classical.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Rate">The probability of dropping an element.</param>
/// <param name="Classical">Whether the scale 1 − rate stands in predicting, and not its reciprocal in training.</param>
public sealed record DropoutDescription(string Name, ImmutableArray<int> Inputs, double Rate, bool Classical = false) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"Dropout({Rate}){(Classical ? ", classical" : "")}");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Rate = {Rate}, Classical = {Classical}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Rate is >= 0 and < 1 ? inputs[0] : throw Misfit($"rate {Rate}; it lies from 0 to below 1.");
}
