using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>Every element of an image or signal repeated along each axis.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Factor">How often an element is repeated along each axis.</param>
public sealed record UpsampleDescription(string Name, ImmutableArray<int> Inputs, int Factor) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"Upsample({Factor})");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Factor = {Factor}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Factor < 1 ? throw Misfit($"factor {Factor}; an element is repeated once at least.")
        : inputs[0].Length is not (2 or 3)
            ? throw Misfit($"it takes an image [channels, height, width] or a signal [channels, length], its input is {ShapeText.Of(inputs[0])}.")
        : [inputs[0][0], .. inputs[0].Skip(1).Select(size => checked(size * Factor))];
}
