using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A layer that makes one number of every window of a channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Truncate">Whether windows may leave elements at the end of an axis unread.</param>
public abstract record PoolDescription(string Name, ImmutableArray<int> Inputs, bool Truncate) : WindowDescription(Name, Inputs, Truncate)
{
    private protected override int OutputChannels(ImmutableArray<int> input)
    {
        foreach (SlidingWindow window in Windows.Where(window => window.Kernel >= 1 && 2L * window.Before > window.Kernel))
        {
            throw Misfit($"padding {window.Before} is more than half of the kernel {window.Kernel}.");
        }

        return input[0];
    }
}

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

/// <summary>The greatest element of every window of an image.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="KernelHeight">The rows of the window.</param>
/// <param name="KernelWidth">The columns of the window.</param>
/// <param name="StrideHeight">How many rows the window moves.</param>
/// <param name="StrideWidth">How many columns the window moves.</param>
/// <param name="PaddingHeight">The rows that are added above and below.</param>
/// <param name="PaddingWidth">The columns that are added left and right.</param>
/// <param name="Truncate">Whether rows and columns at the end may stay unread.</param>
public sealed record MaxPool2DDescription(
    string Name, ImmutableArray<int> Inputs, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth,
    int PaddingHeight = 0, int PaddingWidth = 0, bool Truncate = false)
    : Pool2DDescription(Name, Inputs, KernelHeight, KernelWidth, StrideHeight, StrideWidth, PaddingHeight, PaddingWidth, Truncate)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"MaxPool2D({KernelHeight}, {KernelWidth})");
}

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

/// <summary>The mean of every window of a signal.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Kernel">The elements of the window.</param>
/// <param name="Stride">How far the window moves.</param>
/// <param name="Padding">The elements that are added at both ends.</param>
/// <param name="Truncate">Whether elements at the end may stay unread.</param>
/// <param name="IncludePadding">Whether padding counts as zeros in a mean.</param>
public sealed record AveragePool1DDescription(
    string Name, ImmutableArray<int> Inputs, int Kernel, int Stride, int Padding = 0, bool Truncate = false, bool IncludePadding = true)
    : Pool1DDescription(Name, Inputs, Kernel, Stride, Padding, Truncate)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"AveragePool1D({Kernel})");

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", IncludePadding = {IncludePadding}"));
        return true;
    }
}

/// <summary>A pooling of every channel as a whole.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public abstract record GlobalPoolDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs[0].Length >= 2 ? [inputs[0][0]] : throw Misfit($"it takes channels [channels, …] of one axis or more, its input is {ShapeText.Of(inputs[0])}.");
}

/// <summary>The greatest element of every channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public sealed record GlobalMaxPoolDescription(string Name, ImmutableArray<int> Inputs) : GlobalPoolDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "GlobalMaxPool";
}

/// <summary>The mean of every channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public sealed record GlobalAveragePoolDescription(string Name, ImmutableArray<int> Inputs) : GlobalPoolDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "GlobalAveragePool";
}
