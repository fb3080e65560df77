using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>One number of every window of a channel: its maximum, or its mean. A global pooling has one window.</summary>
/// <param name="Truncate">Whether elements at the end may stay unread.</param>
/// <param name="IncludePadding">Whether padding counts as zeros in a mean.</param>
internal sealed record PoolModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, EquatableArray<SlidingWindow> Windows,
    bool Truncate, bool IncludePadding)
    : WindowModel<SlidingWindow>(Name, Inputs, Output, Kind, Input, Windows)
{
    public bool IsMax => Kind is "MaxPool2D" or "MaxPool1D" or "GlobalMaxPool";

    public override string Title => IsGlobal ? Kind : $"{Kind} {By(window => window.Kernel)}";

    public override IEnumerable<object> Description => IsGlobal ? Array.Empty<object>() :
    [
        .. Numbers(window => window.Kernel), .. Numbers(window => window.Stride), .. Numbers(window => window.Before), Truncate,
        .. IsMax ? Array.Empty<object>() : [IncludePadding],
    ];

    public override bool KeepsInput => IsMax;

    /// <summary>Whether every element lies in one window and no other.</summary>
    public bool IsTiled => Vertical.Tiles(InputHeight) && Horizontal.Tiles(InputWidth);

    public SlidingWindow Vertical => Windows.Count == 2 ? Windows[0] : SlidingWindow.One;

    private bool IsGlobal => Output.Rank == 1;

    private IEnumerable<object> Numbers(Func<SlidingWindow, int> of) => Windows.Select(window => (object)of(window));
}
