using System;
using System.Collections.Generic;

namespace NetGen.Generated.Tests.Support;

/// <summary>A pooling of images or signals: what is not the default is written, as a user would.</summary>
internal abstract record PoolDeclaration(int[] Kernel) : LayerDeclaration
{
    /// <summary>The strides, one per axis; none for the default.</summary>
    public int[] Stride { get; init; } = [];

    /// <summary>The padding, one per axis; none for the default.</summary>
    public int[] Padding { get; init; } = [];

    public bool Truncate { get; init; }

    /// <summary>A pooling as the attribute that leads to it.</summary>
    public static LayerDeclaration Of(LayerDescription pool) => pool switch
    {
        MaxPool2DDescription image => new MaxPool2D(image.KernelHeight, image.KernelWidth) { Stride = Strides(image), Padding = Paddings(image), Truncate = image.Truncate },
        AveragePool2DDescription image =>
            new AveragePool2D(image.KernelHeight, image.KernelWidth)
            { Stride = Strides(image), Padding = Paddings(image), Truncate = image.Truncate, IncludePadding = image.IncludePadding },
        MaxPool1DDescription signal => new MaxPool1D(signal.Kernel) { Stride = [signal.Stride], Padding = [signal.Padding], Truncate = signal.Truncate },
        AveragePool1DDescription signal =>
            new AveragePool1D(signal.Kernel)
            { Stride = [signal.Stride], Padding = [signal.Padding], Truncate = signal.Truncate, IncludePadding = signal.IncludePadding },
        GlobalMaxPoolDescription => new GlobalMaxPool(),
        GlobalAveragePoolDescription => new GlobalAveragePool(),
        _ => throw new ArgumentException($"{pool.GetType().Name} has no attribute here."),
    };

    protected int StrideOf(int axis) => Stride.Length == 0 ? Kernel[axis] : Stride[axis];

    protected int PaddingOf(int axis) => Padding.Length == 0 ? 0 : Padding[axis];

    protected override IEnumerable<string> Arguments()
    {
        bool square = Array.TrueForAll(Kernel, size => size == Kernel[0]);
        foreach (int size in square ? Kernel[..1] : Kernel)
        {
            yield return $"{size}";
        }

        foreach (string text in (IEnumerable<string>)[.. Sizes("Stride", Stride), .. Sizes("Padding", Padding)])
        {
            yield return text;
        }

        if (Truncate)
        {
            yield return "Truncate = true";
        }
    }

    private static int[] Strides(Pool2DDescription pool) => [pool.StrideHeight, pool.StrideWidth];

    private static int[] Paddings(Pool2DDescription pool) => [pool.PaddingHeight, pool.PaddingWidth];

    private static IEnumerable<string> Sizes(string name, int[] sizes) =>
        sizes.Length == 0 ? [] : sizes.Length == 1 || sizes[0] == sizes[1] ? [$"{name} = {sizes[0]}"] : [$"{name}Height = {sizes[0]}", $"{name}Width = {sizes[1]}"];
}

internal sealed record MaxPool2D(params int[] Kernel) : PoolDeclaration(Kernel)
{
    public override string Kind => "MaxPool2D";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new MaxPool2DDescription(name, [from], Kernel[0], Kernel[1], StrideOf(0), StrideOf(1), PaddingOf(0), PaddingOf(1), Truncate)];
}

internal sealed record AveragePool2D(params int[] Kernel) : PoolDeclaration(Kernel)
{
    public bool IncludePadding { get; init; } = true;

    public override string Kind => "AveragePool2D";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new AveragePool2DDescription(name, [from], Kernel[0], Kernel[1], StrideOf(0), StrideOf(1), PaddingOf(0), PaddingOf(1), Truncate, IncludePadding)];

    protected override IEnumerable<string> Arguments() => IncludePadding ? base.Arguments() : [.. base.Arguments(), "IncludePadding = false"];
}

internal sealed record MaxPool1D(int Length) : PoolDeclaration([Length])
{
    public override string Kind => "MaxPool1D";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new MaxPool1DDescription(name, [from], Length, StrideOf(0), PaddingOf(0), Truncate)];
}

internal sealed record AveragePool1D(int Length) : PoolDeclaration([Length])
{
    public bool IncludePadding { get; init; } = true;

    public override string Kind => "AveragePool1D";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new AveragePool1DDescription(name, [from], Length, StrideOf(0), PaddingOf(0), Truncate, IncludePadding)];

    protected override IEnumerable<string> Arguments() => IncludePadding ? base.Arguments() : [.. base.Arguments(), "IncludePadding = false"];
}

internal sealed record GlobalMaxPool : LayerDeclaration
{
    public override string Kind => "GlobalMaxPool";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new GlobalMaxPoolDescription(name, [from])];

    protected override IEnumerable<string> Arguments() => [];
}

internal sealed record GlobalAveragePool : LayerDeclaration
{
    public override string Kind => "GlobalAveragePool";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new GlobalAveragePoolDescription(name, [from])];

    protected override IEnumerable<string> Arguments() => [];
}

internal sealed record Upsample(int Factor) : LayerDeclaration
{
    public override string Kind => "Upsample";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new UpsampleDescription(name, [from], Factor)];

    protected override IEnumerable<string> Arguments() => [$"{Factor}"];
}

internal sealed record ZeroPad(int Left, int Right, int Top = 0, int Bottom = 0) : LayerDeclaration
{
    public override string Kind => "ZeroPad";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new ZeroPadDescription(name, [from], Left, Right, Top, Bottom)];

    protected override IEnumerable<string> Arguments() =>
        (Top, Bottom) == (0, 0) ? [$"{Left}", $"{Right}"]
        : Left == Right && Left == Top && Left == Bottom ? [$"{Left}"]
        : [$"{Left}", $"{Right}", $"{Top}", $"{Bottom}"];
}
