using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>z = W ∗ x + b, of an image or, as an image of height 1, of a signal.</summary>
/// <param name="KindWritten">Its kind: <c>Conv2D</c> or <c>Conv1D</c>.</param>
/// <param name="Input">[channels, height, width] or [channels, length].</param>
/// <param name="Channels">The channels of the output.</param>
/// <param name="Windows">How windows move along every axis behind the channels.</param>
internal sealed record ConvModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string KindWritten, Shape Input, int Channels, EquatableArray<SlidingWindow> Windows,
    int Groups, bool Bias, bool Truncate, string Initializer, double? Scale)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title
    {
        get
        {
            string moves = string.Concat(new (string Word, Func<SlidingWindow, int> Of, int Default)[]
            {
                ("stride", window => window.Stride, 1), ("padding", window => window.Before, 0), ("dilation", window => window.Dilation, 1),
            }.Where(move => Windows.Any(window => move.Of(window) != move.Default)).Select(move => $", {move.Word} {By(move.Of)}"));
            return $"{Kind} {Text.Number(InputChannels)} → {Text.Number(Channels)}, {By(window => window.Kernel)}{moves}" +
                $"{(Groups == 1 ? "" : $", {Text.Number(Groups)} groups")}{(Bias ? "" : ", no bias")}";
        }
    }

    public override string Kind => KindWritten;

    public int InputChannels => Input.Sizes[0];

    /// <summary>The rows and columns of an image, of which a signal has one.</summary>
    public SlidingWindow Vertical => Windows.Count == 2 ? Windows[0] : SlidingWindow.One;

    public SlidingWindow Horizontal => Windows[Windows.Count - 1];

    public int InputHeight => Windows.Count == 2 ? Input.Sizes[1] : 1;

    public int InputWidth => Input.Sizes[Windows.Count];

    public int OutputHeight => Windows.Count == 2 ? Output.Sizes[1] : 1;

    public int OutputWidth => Output.Sizes[Windows.Count];

    public override IEnumerable<object> Description =>
        [Channels, .. Windows, Groups, Bias, Truncate, new EnumMember("Initializer", Initializer), .. Scale is { } scale ? [scale] : Array.Empty<object>()];

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", Weights, InPanels: false), new ParameterModel("Bias", new Shape(Channels), InPanels: false) }
            .Take(Bias ? 2 : 1).ToEquatableArray();

    public override string? ParametersType => "ConvParameters";

    public override long MultiplyAdds => Output.Elements * (Weights.Elements / Channels);

    public override bool KeepsInput => true;

    public override bool RereadsParameters => true;

    public override bool TakesActivation => true;

    public override bool ReadsUnpadded => true;

    private Shape Weights => new([Channels, InputChannels / Groups, .. Windows.Select(window => window.Kernel)]);

    private string By(Func<SlidingWindow, int> of) => string.Join("×", Windows.Select(window => Text.Number(of(window))));
}
