using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>z = W ∗ᵀ x + b, of an image or, as an image of height 1, of a signal.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Channels">The channels of the output.</param>
internal sealed record ConvTransposeModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, int Channels, EquatableArray<TransposedWindow> Windows,
    int Groups, bool Bias, string Initializer, double? Scale)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title
    {
        get
        {
            string moves = string.Concat(new (string Word, Func<TransposedWindow, int> Of, int Default)[]
            {
                ("stride", window => window.Stride, 1), ("padding", window => window.Padding, 0),
                ("output padding", window => window.OutputPadding, 0), ("dilation", window => window.Dilation, 1),
            }.Where(move => Windows.Any(window => move.Of(window) != move.Default)).Select(move => $", {move.Word} {By(move.Of)}"));
            return $"{Kind} {Text.Number(InputChannels)} → {Text.Number(Channels)}, {By(window => window.Kernel)}{moves}" +
                $"{(Groups == 1 ? "" : $", {Text.Number(Groups)} groups")}{(Bias ? "" : ", no bias")}";
        }
    }

    public override string Kind { get; } = Kind;

    public override IEnumerable<object> Description =>
        [Channels, .. Windows, Groups, Bias, new EnumMember("Initializer", Initializer), .. Scale is { } scale ? [scale] : Array.Empty<object>()];

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", Weights, InPanels: false), new ParameterModel("Bias", new Shape(Channels), InPanels: false) }
            .Take(Bias ? 2 : 1).ToEquatableArray();

    public override long MultiplyAdds => Input.Elements * (Weights.Elements / InputChannels);

    public override bool KeepsInput => true;

    public override bool RereadsParameters => true;

    public override bool TakesActivation => true;

    public override bool ReadsUnpadded => true;

    public int InputChannels => Input.Sizes[0];

    /// <summary>The rows and columns of an image, of which a signal has one row.</summary>
    public TransposedWindow Vertical => Windows.Count == 2 ? Windows[0] : TransposedWindow.One;

    public TransposedWindow Horizontal => Windows[Windows.Count - 1];

    public int InputHeight => Windows.Count == 2 ? Input.Sizes[1] : 1;

    public int InputWidth => Input.Sizes[Windows.Count];

    public int OutputHeight => Windows.Count == 2 ? Output.Sizes[1] : 1;

    public int OutputWidth => Output.Sizes[Windows.Count];

    private Shape Weights => new([InputChannels, Channels / Groups, .. Windows.Select(window => window.Kernel)]);

    /// <summary>A number of every axis: <c>3×5</c>.</summary>
    private string By(Func<TransposedWindow, int> of) => string.Join("×", Windows.Select(window => Text.Number(of(window))));
}
