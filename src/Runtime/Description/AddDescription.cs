using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>The sum of its inputs.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes.</param>
public sealed record AddDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Add";

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs.All(shape => shape.SequenceEqual(inputs[0]))
            ? inputs[0] : throw Misfit($"{string.Join(" and ", inputs.Select(shape => ShapeText.Of(shape)))} do not add.");

    internal override bool Takes(int inputs) => inputs >= 2;
}
