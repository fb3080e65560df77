using System.Collections.Generic;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>A pooling of every channel as a whole.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public abstract record GlobalPoolDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs[0].Length >= 2 ? [inputs[0][0]] : throw Misfit($"it takes channels [channels, …] of one axis or more, its input is {ShapeText.Of(inputs[0])}.");
}
