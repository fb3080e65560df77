using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>Inverted dropout.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Rate">The probability of dropping an element.</param>
public sealed record DropoutDescription(string Name, ImmutableArray<int> Inputs, double Rate) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"Dropout({Rate})");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Rate = {Rate}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Rate is >= 0 and < 1 ? inputs[0] : throw Misfit($"rate {Rate}; it lies from 0 to below 1.");
}
