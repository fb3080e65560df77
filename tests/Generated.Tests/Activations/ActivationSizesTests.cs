using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Activations;

/// <summary>Each activation by itself and on a dense layer, where it may be fused, at awkward widths.</summary>
public sealed class ActivationSizesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Activation.Identity, "B1")]
    [InlineData(Activation.Sigmoid, "B2")]
    [InlineData(Activation.Tanh, "B3")]
    [InlineData(Activation.ReLU, "B4")]
    [InlineData(Activation.LeakyReLU, "B5")]
    [InlineData(Activation.Softplus, "B6")]
    [InlineData(Activation.Softmax, "B8")]
    [InlineData(Activation.GELU, "B9")]
    [InlineData(Activation.ELU, "B9")]
    [InlineData(Activation.SELU, "B9")]
    [InlineData(Activation.GELUTanh, "B9")]
    [InlineData(Activation.SiLU, "B9")]
    [InlineData(Activation.Mish, "B9")]
    [InlineData(Activation.HardTanh, "B9")]
    [InlineData(Activation.ReLU6, "B9")]
    [InlineData(Activation.HardSigmoid, "B9")]
    [InlineData(Activation.HardSwish, "B9")]
    [InlineData(Activation.Softsign, "B9")]
    [InlineData(Activation.HardThreshold, "B7")]
    [InlineData(Activation.LogSoftmax, "B9")]
    public void AgreesAtAwkwardWidths(Activation activation, string row) => output.WriteLine($"{row}: " + Systematic.Hold(
        // Another third of the widths for each: how vectors are written does not depend on what is computed in them.
        from width in Sizes.Widths.Where((_, index) => (index + (int)activation) % 3 == 0)
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Alone{width}", [width], new Activate(activation)),
            NetworkDeclaration.Of($"OnDense{width}", [5], new Dense(width, activation)),
        ]
        select ActivationKinds.OfVectors.Contains(activation) ? declaration : declaration.With(Loss.HalfSquaredError)));

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.99)]
    public void LeakyReLUTakesAnySlope(double slope) => output.WriteLine(Systematic.Hold(
        from width in (int[])[1, 7, 16, 33]
        select NetworkDeclaration.Of(
            $"Leaky{width}", [width], new Activate(Activation.LeakyReLU) { Slope = slope }, new Dense(width, Activation.LeakyReLU) { Slope = slope })
            .With(Loss.HalfSquaredError)));

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(3)]
    public void ELUTakesAnySlope(double slope) => output.WriteLine(Systematic.Hold(
        from width in (int[])[1, 7, 16, 33]
        select NetworkDeclaration.Of(
            $"Steep{width}", [width], new Activate(Activation.ELU) { Slope = slope }, new Dense(width, Activation.ELU) { Slope = slope })
            .With(Loss.HalfSquaredError)));

    [Fact]
    public void EachActivatesAnyShape() => output.WriteLine(Systematic.Hold(
        from activation in ActivationKinds.Elementwise
        from shape in ((int[][])[[1, 1], [3, 5], [4, 4, 4], [1, 2, 3, 7]]).Where((_, index) => (index + (int)activation) % 2 == 0)
        select NetworkDeclaration.Of($"{activation}{string.Join("x", shape)}", shape, new Activate(activation)).With(Loss.HalfSquaredError)));
}
