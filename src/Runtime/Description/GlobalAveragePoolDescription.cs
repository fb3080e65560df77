using System.Collections.Immutable;

namespace NetGen;

/// <summary>The mean of every channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public sealed record GlobalAveragePoolDescription(string Name, ImmutableArray<int> Inputs) : GlobalPoolDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "GlobalAveragePool";
}
