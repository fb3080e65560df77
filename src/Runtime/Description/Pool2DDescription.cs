using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A pooling of images [channels, height, width].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="KernelHeight">The rows of the window.</param>
/// <param name="KernelWidth">The columns of the window.</param>
/// <param name="StrideHeight">How many rows the window moves.</param>
/// <param name="StrideWidth">How many columns the window moves.</param>
/// <param name="PaddingHeight">The rows that are added above and below.</param>
/// <param name="PaddingWidth">The columns that are added left and right.</param>
/// <param name="Truncate">Whether rows and columns at the end may stay unread.</param>
public abstract record Pool2DDescription(
    string Name, ImmutableArray<int> Inputs, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth,
    int PaddingHeight, int PaddingWidth, bool Truncate)
    : PoolDescription(Name, Inputs, Truncate)
{
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant(
            $", KernelHeight = {KernelHeight}, KernelWidth = {KernelWidth}, StrideHeight = {StrideHeight}, StrideWidth = {StrideWidth}, PaddingHeight = {PaddingHeight}, PaddingWidth = {PaddingWidth}, Truncate = {Truncate}"));
        return true;
    }

    internal override ImmutableArray<SlidingWindow> Windows =>
        [new(KernelHeight, StrideHeight, PaddingHeight, PaddingHeight), new(KernelWidth, StrideWidth, PaddingWidth, PaddingWidth)];
}
