using System.Collections.Immutable;
using static System.FormattableString;

namespace NetGen;

/// <summary>The greatest element of every window of a signal.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Kernel">The elements of the window.</param>
/// <param name="Stride">How far the window moves.</param>
/// <param name="Padding">The elements that are added at both ends.</param>
/// <param name="Truncate">Whether elements at the end may stay unread.</param>
public sealed record MaxPool1DDescription(string Name, ImmutableArray<int> Inputs, int Kernel, int Stride, int Padding = 0, bool Truncate = false)
    : Pool1DDescription(Name, Inputs, Kernel, Stride, Padding, Truncate)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"MaxPool1D({Kernel})");
}
