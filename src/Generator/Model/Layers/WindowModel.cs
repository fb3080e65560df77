using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A layer whose windows move over the channels of an image or, as an image of one row, of a signal.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Input">[channels, height, width], [channels, length], or channels of any rank where one window covers each.</param>
/// <param name="Windows">How windows move along every axis behind the channels; along all of them as one where one window covers them.</param>
internal abstract record WindowModel<TWindow>(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, EquatableArray<TWindow> Windows)
    : LayerModel(Name, Inputs, Output)
    where TWindow : IEquatable<TWindow>
{
    public override string Kind { get; } = Kind;

    public int InputChannels => Input.Sizes[0];

    public int InputHeight => HeightOf(Input);

    public int InputWidth => WidthOf(Input);

    public int OutputHeight => HeightOf(Output);

    public int OutputWidth => WidthOf(Output);

    /// <summary>How windows move along the columns of an image, of which a signal has one row.</summary>
    public TWindow Horizontal => Windows[Windows.Count - 1];

    /// <summary>A number of every axis: <c>3×5</c>.</summary>
    protected string By(Func<TWindow, int> of) => string.Join("×", Windows.Select(window => Text.Number(of(window))));

    private int HeightOf(Shape shape) => Windows.Count == 2 ? shape.Sizes[1] : 1;

    private int WidthOf(Shape shape) => (int)(shape.Elements / shape.Sizes[0] / HeightOf(shape));
}
