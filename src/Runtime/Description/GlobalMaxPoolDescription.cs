using System.Collections.Immutable;

namespace NetGen;

/// <summary>The greatest element of every channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public sealed record GlobalMaxPoolDescription(string Name, ImmutableArray<int> Inputs) : GlobalPoolDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "GlobalMaxPool";
}
