using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>The product of its two inputs, element by element.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The nodes it takes.</param>
public sealed record MultiplyDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Multiply";

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs[0].SequenceEqual(inputs[1])
            ? inputs[0] : throw Misfit($"{ShapeText.Of(inputs[0])} and {ShapeText.Of(inputs[1])} do not multiply.");

    internal override bool Takes(int inputs) => inputs == 2;
}
