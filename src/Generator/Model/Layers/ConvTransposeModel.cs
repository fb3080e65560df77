using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>z = W ∗ᵀ x + b, of an image or, as an image of height 1, of a signal.</summary>
internal sealed record ConvTransposeModel(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, int Channels, EquatableArray<TransposedWindow> Windows,
    int Groups, bool Bias, string Initializer, double? Scale)
    : ConvolutionModel<TransposedWindow>(Name, Inputs, Output, Kind, Input, Channels, Windows, Groups, Bias, Initializer, Scale)
{
    public override IEnumerable<object> Description =>
        [Channels, .. Windows, Groups, Bias, new EnumMember("Initializer", Initializer), .. Scale is { } scale ? [scale] : Array.Empty<object>()];

    public override long MultiplyAdds => Input.Elements * (Weights.Elements / InputChannels);

    public TransposedWindow Vertical => Windows.Count == 2 ? Windows[0] : TransposedWindow.One;

    protected override Shape Weights => new([InputChannels, Channels / Groups, .. Windows.Select(window => window.Kernel)]);

    protected override string Moves =>
        Move("stride", window => window.Stride, 1) + Move("padding", window => window.Padding, 0) +
        Move("output padding", window => window.OutputPadding, 0) + Move("dilation", window => window.Dilation, 1);
}
