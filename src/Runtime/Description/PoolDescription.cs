using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A layer that makes one number of every window of a channel.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
public abstract record PoolDescription(string Name, ImmutableArray<int> Inputs) : LayerDescription(Name, Inputs)
{
    /// <summary>What it reads of an input of a shape that fits.</summary>
    internal abstract PoolWindow Window(ImmutableArray<int> input);

    private protected void Expect(string line, PoolAxis axis, bool truncate)
    {
        if (axis.Kernel < 1 || axis.Stride < 1 || axis.Padding < 0)
        {
            throw Misfit($"kernel {axis.Kernel}, stride {axis.Stride} and padding {axis.Padding} along the {line}s; kernel and stride are at least 1, padding at least 0.");
        }

        if (2L * axis.Padding > axis.Kernel)
        {
            throw Misfit($"padding {axis.Padding} along the {line}s is more than half of the kernel {axis.Kernel}.");
        }

        if (axis.Kernel - 2 * axis.Padding > axis.Size)
        {
            throw Misfit($"the kernel has {axis.Kernel} {line}s, its padded input {axis.Size} + 2·{axis.Padding} = {axis.Size + 2 * axis.Padding}.");
        }

        if (axis.Unread > 0 && !truncate)
        {
            throw Misfit($"stride {axis.Stride} leaves the last {axis.Unread} of {axis.Size} {line}s unread; truncate to accept that.");
        }
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
    : PoolDescription(Name, Inputs)
{
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant(
            $", KernelHeight = {KernelHeight}, KernelWidth = {KernelWidth}, StrideHeight = {StrideHeight}, StrideWidth = {StrideWidth}, PaddingHeight = {PaddingHeight}, PaddingWidth = {PaddingWidth}, Truncate = {Truncate}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        if (inputs[0].Length != 3)
        {
            throw Misfit($"it takes an image [channels, height, width], its input is {ShapeText.Of(inputs[0])}.");
        }

        PoolWindow window = Window(inputs[0]);
        Expect("row", window.Rows, Truncate);
        Expect("column", window.Columns, Truncate);
        return [window.Channels, window.Rows.Output, window.Columns.Output];
    }

    internal override PoolWindow Window(ImmutableArray<int> input) => new(
        input[0], new(input[1], KernelHeight, StrideHeight, PaddingHeight), new(input[2], KernelWidth, StrideWidth, PaddingWidth));
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
    : PoolDescription(Name, Inputs)
{
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Kernel = {Kernel}, Stride = {Stride}, Padding = {Padding}, Truncate = {Truncate}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        if (inputs[0].Length != 2)
        {
            throw Misfit($"it takes a signal [channels, length], its input is {ShapeText.Of(inputs[0])}.");
        }

        PoolWindow window = Window(inputs[0]);
        Expect("element", window.Columns, Truncate);
        return [window.Channels, window.Columns.Output];
    }

    internal override PoolWindow Window(ImmutableArray<int> input) => new(input[0], PoolAxis.Whole(1), new(input[1], Kernel, Stride, Padding));
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
public abstract record GlobalPoolDescription(string Name, ImmutableArray<int> Inputs) : PoolDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        inputs[0].Length >= 2 ? [inputs[0][0]] : throw Misfit($"it takes channels [channels, …] of one axis or more, its input is {ShapeText.Of(inputs[0])}.");

    internal override PoolWindow Window(ImmutableArray<int> input) =>
        new(input[0], PoolAxis.Whole(1), PoolAxis.Whole(input.Skip(1).Aggregate(1, (product, size) => product * size)));
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
