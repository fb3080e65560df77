using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>z = W ∗ x + b, of an image or, as an image of height 1, of a signal.</summary>
/// <param name="Truncate">Whether elements at the end may stay unread.</param>
internal sealed record ConvModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, int Channels, EquatableArray<SlidingWindow> Windows,
    int Groups, bool Bias, bool Truncate, string Initializer, double? Scale)
    : ConvolutionModel<SlidingWindow>(Name, Inputs, Output, Kind, Input, Channels, Windows, Groups, Bias, Initializer, Scale)
{
    public override IEnumerable<object> Description =>
        [Channels, .. Windows, Groups, Bias, Truncate, new EnumMember("Initializer", Initializer), .. Scale is { } scale ? [scale] : Array.Empty<object>()];

    public override long MultiplyAdds => Output.Elements * (Weights.Elements / Channels);

    /// <summary>The inputs that its windows reach back to, and which of them is the oldest.</summary>
    public override long StateSize => Horizontal.Extent > 1 ? (InputChannels * (Horizontal.Extent - 1)) + 1 : 0;

    public SlidingWindow Vertical => Windows.Count == 2 ? Windows[0] : SlidingWindow.One;

    protected override Shape Weights => new([Channels, InputChannels / Groups, .. Windows.Select(window => window.Kernel)]);

    protected override string Moves =>
        Move("stride", window => window.Stride, 1) + Move("padding", window => window.Before, 0) + Move("dilation", window => window.Dilation, 1);
}
