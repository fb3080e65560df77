using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A layer whose windows move along the axes behind the channels.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Axes">What is written of every axis; none where one window covers all.</param>
internal abstract record WindowDeclaration(
    int Attribute, string? Name, string? From, string Kind, EquatableArray<WindowAxis> Axes, bool Truncate)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind { get; } = Kind;

    /// <summary>The kernels: one where all are equal.</summary>
    protected string Kernels => Text.List(Axes.Select(axis => axis.Kernel).Distinct());

    /// <summary>What is said of one axis where the others are as it is: <c>Stride</c>, else <c>StrideHeight</c>.</summary>
    public string NameOf(string property, WindowAxis axis, Func<WindowAxis, int?> of) =>
        Axes.All(other => of(other) == of(axis)) ? property : property + axis.Suffix;
}

/// <summary>What is written of a window along one axis.</summary>
/// <param name="Suffix">What the properties of this axis end in: <c>Height</c>, <c>Width</c>, or nothing for the one axis of a signal.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Stride">The stride.</param>
/// <param name="Padding">The padding, or null where none is written.</param>
/// <param name="Dilation">The dilation.</param>
internal sealed record WindowAxis(string Suffix, int Kernel, int Stride, int? Padding, int Dilation)
{
    public SlidingWindow Window => new(Kernel, Stride, Padding ?? 0, Padding ?? 0, Dilation);
}
