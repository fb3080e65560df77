using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>z = W ∗ x + b, of an image or, as an image of height 1, of a signal.</summary>
/// <param name="Channels">The channels of the output.</param>
internal sealed record ConvModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, int Channels, EquatableArray<SlidingWindow> Windows,
    int Groups, bool Bias, bool Truncate, string Initializer, double? Scale)
    : WindowModel(Name, Inputs, Output, Kind, Input, Windows, Truncate)
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

    public override IEnumerable<object> Description =>
        [Channels, .. Windows, Groups, Bias, Truncate, new EnumMember("Initializer", Initializer), .. Scale is { } scale ? [scale] : Array.Empty<object>()];

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", Weights, InPanels: false), new ParameterModel("Bias", new Shape(Channels), InPanels: false) }
            .Take(Bias ? 2 : 1).ToEquatableArray();

    public override long MultiplyAdds => Output.Elements * (Weights.Elements / Channels);

    public override bool KeepsInput => true;

    public override bool RereadsParameters => true;

    public override bool TakesActivation => true;

    public override bool ReadsUnpadded => true;

    /// <summary>The inputs that its windows reach back to, and which of them is the oldest.</summary>
    public override long StateSize => Horizontal.Extent > 1 ? (InputChannels * (Horizontal.Extent - 1)) + 1 : 0;

    private Shape Weights => new([Channels, InputChannels / Groups, .. Windows.Select(window => window.Kernel)]);
}
