using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>Its inputs joined along an axis.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes.</param>
/// <param name="Axis">The axis.</param>
public sealed record ConcatDescription(string Name, ImmutableArray<int> Inputs, int Axis = 0) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Concat";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Axis = {Axis}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        ImmutableArray<int> first = inputs[0];
        bool fits = Axis >= 0 && Axis < first.Length &&
            inputs.All(shape => shape.Length == first.Length && shape.SetItem(Axis, 0).SequenceEqual(first.SetItem(Axis, 0)));
        return fits
            ? first.SetItem(Axis, inputs.Sum(shape => shape[Axis]))
            : throw Misfit($"{string.Join(" and ", inputs.Select(shape => ShapeText.Of(shape)))} do not join along axis {Axis}.");
    }

    internal override bool Takes(int inputs) => inputs >= 2;
}
