using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A convolution, or a transposed one.</summary>
/// <param name="Channels">The channels of the output.</param>
internal abstract record ConvolutionModel<TWindow>(
    string Name, EquatableArray<int> Inputs, Shape Output, string Kind, Shape Input, int Channels, EquatableArray<TWindow> Windows,
    int Groups, bool Bias, string Initializer, double? Scale)
    : WindowModel<TWindow>(Name, Inputs, Output, Kind, Input, Windows)
    where TWindow : IEquatable<TWindow>
{
    public override string Title =>
        $"{Kind} {Text.Number(InputChannels)} → {Text.Number(Channels)}, {string.Join("×", Weights.Sizes.Skip(2).Select(kernel => Text.Number(kernel)))}{Moves}" +
        $"{(Groups == 1 ? "" : $", {Text.Number(Groups)} groups")}{(Bias ? "" : ", no bias")}";

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", Weights, InPanels: false), new ParameterModel("Bias", new Shape(Channels), InPanels: false) }
            .Take(Bias ? 2 : 1).ToEquatableArray();

    public override bool KeepsInput => true;

    public override bool RereadsParameters => true;

    public override bool TakesActivation => true;

    public override bool ReadsUnpadded => true;

    /// <summary>[channels, channels of a group, kernel height, kernel width].</summary>
    protected abstract Shape Weights { get; }

    /// <summary>How the windows move, in words.</summary>
    protected abstract string Moves { get; }

    /// <summary>One thing of how they move; nothing where all do as usual.</summary>
    protected string Move(string word, Func<TWindow, int> of, int usual) =>
        Windows.All(window => of(window) == usual) ? "" : $", {word} {By(of)}";
}
