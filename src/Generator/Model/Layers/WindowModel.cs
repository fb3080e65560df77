using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A layer whose windows move over the channels of an image or, as an image of one row, of a signal.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Input">[channels, height, width], [channels, length], or channels of any rank where one window covers each.</param>
/// <param name="Windows">How windows move along every axis behind the channels; along all of them as one where one window covers them.</param>
/// <param name="Truncate">Whether elements at the end may stay unread.</param>
internal abstract record WindowModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, EquatableArray<SlidingWindow> Windows, bool Truncate)
    : LayerModel(Name, Inputs, Output)
{
    public override string Kind { get; } = Kind;

    public int InputChannels => Input.Sizes[0];

    /// <summary>The rows and columns of an image, of which a signal has one row.</summary>
    public SlidingWindow Vertical => Windows.Count == 2 ? Windows[0] : SlidingWindow.One;

    public SlidingWindow Horizontal => Windows[Windows.Count - 1];

    public int InputHeight => Windows.Count == 2 ? Input.Sizes[1] : 1;

    public int InputWidth => (int)(Input.Elements / InputChannels / InputHeight);

    public int OutputHeight => (int)Vertical.Outputs(InputHeight);

    public int OutputWidth => (int)Horizontal.Outputs(InputWidth);

    /// <summary>A number of every axis: <c>3×5</c>.</summary>
    protected string By(Func<SlidingWindow, int> of) => string.Join("×", Windows.Select(window => Text.Number(of(window))));
}
