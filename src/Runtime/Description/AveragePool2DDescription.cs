using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>The mean of every window of an image.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="KernelHeight">The rows of the window.</param>
/// <param name="KernelWidth">The columns of the window.</param>
/// <param name="StrideHeight">How many rows the window moves.</param>
/// <param name="StrideWidth">How many columns the window moves.</param>
/// <param name="PaddingHeight">The rows that are added above and below.</param>
/// <param name="PaddingWidth">The columns that are added left and right.</param>
/// <param name="Truncate">Whether rows and columns at the end may stay unread.</param>
/// <param name="IncludePadding">Whether padding counts as zeros in a mean.</param>
public sealed record AveragePool2DDescription(
    string Name, ImmutableArray<int> Inputs, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth,
    int PaddingHeight = 0, int PaddingWidth = 0, bool Truncate = false, bool IncludePadding = true)
    : Pool2DDescription(Name, Inputs, KernelHeight, KernelWidth, StrideHeight, StrideWidth, PaddingHeight, PaddingWidth, Truncate)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"AveragePool2D({KernelHeight}, {KernelWidth})");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", IncludePadding = {IncludePadding}"));
        return true;
    }
}
