using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>
/// One number of every window of a channel: its maximum, or its mean. A signal is an image of one row, and a global
/// pooling has a window as large as its input.
/// </summary>
/// <param name="PoolKind">The attribute's name.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Rows">The windows along the height.</param>
/// <param name="Columns">The windows along the width.</param>
/// <param name="Truncate">Whether elements at the end may stay unread.</param>
/// <param name="IncludePadding">Whether padding counts as zeros in a mean.</param>
internal sealed record PoolModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string PoolKind, int Channels, PoolAxis Rows, PoolAxis Columns,
    bool Truncate, bool IncludePadding)
    : LayerModel(Name, Inputs, Output)
{
    public bool IsMax => PoolKind is "MaxPool2D" or "MaxPool1D" or "GlobalMaxPool";

    public override string Kind => PoolKind;

    public override string Title => PoolKind switch
    {
        "MaxPool2D" or "AveragePool2D" => $"{PoolKind} {Rows.Kernel} × {Columns.Kernel}",
        "MaxPool1D" or "AveragePool1D" => $"{PoolKind} {Columns.Kernel}",
        _ => PoolKind,
    };

    public override IEnumerable<object> Description => PoolKind switch
    {
        "MaxPool2D" => Sizes2D,
        "AveragePool2D" => [.. Sizes2D, IncludePadding],
        "MaxPool1D" => Sizes1D,
        "AveragePool1D" => [.. Sizes1D, IncludePadding],
        _ => Array.Empty<object>(),
    };

    public override bool KeepsInput => IsMax;

    private IEnumerable<object> Sizes2D => [Rows.Kernel, Columns.Kernel, Rows.Stride, Columns.Stride, Rows.Padding, Columns.Padding, Truncate];

    private IEnumerable<object> Sizes1D => [Columns.Kernel, Columns.Stride, Columns.Padding, Truncate];
}
