using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

public sealed class DenseTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Mathematics", "A2")]
    [Trait("Mathematics", "D2")]
    [Trait("Mathematics", "D3")]
    public void EveryNumberOfInputsMeetsEveryNumberOfUnits() => output.WriteLine(Systematic.Hold(
        from inputs in Sizes.Widths.Index()
        from units in Sizes.Widths.Index()
        select NetworkDeclaration.Of(
            $"Dense{inputs.Item}To{units.Item}", [inputs.Item],
            new Dense(units.Item, ActivationKinds.Elementwise[(inputs.Index + units.Index) % ActivationKinds.Elementwise.Count]) { Bias = (inputs.Index + units.Index / 2) % 3 != 0 })
            .With(Loss.HalfSquaredError, (inputs.Index + units.Index) % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    [Trait("Mathematics", "A3")]
    [Trait("Mathematics", "D2")]
    public void EveryWidthBetweenTwoLayers() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths.Index()
        from bias in (bool[])[true, false]
        select NetworkDeclaration.Of(
            $"Hidden{width.Item}{(bias ? "" : "NoBias")}", [Sizes.Widths[^(width.Index + 1)]],
            new Dense(width.Item, ActivationKinds.Elementwise[width.Index % ActivationKinds.Elementwise.Count]) { Bias = bias },
            new Dense(3, Activation.Tanh) { Bias = bias },
            new Dense(width.Item) { Bias = bias })
            .With(Loss.MeanSquaredError)));

    [Fact]
    public void WideLayersUseSharedTiles() => output.WriteLine(Systematic.Hold(
        from sizes in ((int Inputs, int Hidden, int Outputs)[])[(300, 65, 33), (64, 257, 10), (129, 320, 1), (1, 300, 48)]
        select NetworkDeclaration.Of(
            $"Wide{sizes.Inputs}To{sizes.Hidden}To{sizes.Outputs}", [sizes.Inputs],
            new Dense(sizes.Hidden, Activation.ReLU), new Dense(sizes.Outputs, Activation.Sigmoid))
            .With(Loss.BinaryCrossEntropy)));
}
