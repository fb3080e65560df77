using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Activations;

/// <summary>Each activation by itself and on a dense layer, where it may be fused, at every width.</summary>
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
    public void AgreesAtEveryWidth(Activation activation, string row) => output.WriteLine($"{row}: " + Systematic.Hold(
        from width in Sizes.Widths
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Alone{width}", [width], new Activate(activation)),
            NetworkDeclaration.Of($"OnDense{width}", [5], new Dense(width, activation)),
        ]
        select activation == Activation.Softmax ? declaration : declaration.With(Loss.HalfSquaredError)));

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
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.ReLU)]
    [InlineData(Activation.LeakyReLU)]
    [InlineData(Activation.Softplus)]
    [InlineData(Activation.GELU)]
    public void ActivatesAnyShape(Activation activation) => output.WriteLine(Systematic.Hold(
        from shape in (int[][])[[1, 1], [3, 5], [4, 4, 4], [1, 2, 3, 7]]
        select NetworkDeclaration.Of($"Shaped{string.Join("x", shape)}", shape, new Activate(activation)).With(Loss.HalfSquaredError)));
}
