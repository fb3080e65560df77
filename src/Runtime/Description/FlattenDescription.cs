using System.Collections.Generic;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>The same elements as a vector.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public sealed record FlattenDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Flatten";

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) => [NetworkDescription.Elements(inputs[0])];
}
