using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A pooling of signals [channels, length].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Kernel">The elements of the window.</param>
/// <param name="Stride">How far the window moves.</param>
/// <param name="Padding">The elements that are added at both ends.</param>
/// <param name="Truncate">Whether elements at the end may stay unread.</param>
public abstract record Pool1DDescription(string Name, ImmutableArray<int> Inputs, int Kernel, int Stride, int Padding, bool Truncate)
    : PoolDescription(Name, Inputs, Truncate)
{
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Kernel = {Kernel}, Stride = {Stride}, Padding = {Padding}, Truncate = {Truncate}"));
        return true;
    }

    internal override ImmutableArray<SlidingWindow> Windows => [new(Kernel, Stride, Padding, Padding)];
}
