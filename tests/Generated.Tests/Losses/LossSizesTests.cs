using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Losses;

/// <summary>Each loss by itself, where δ is the input's gradient, and on a dense layer, at every width.</summary>
public sealed class LossSizesTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Mathematics", "C1")]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void HalfSquaredError(Reduction reduction) => Hold(Loss.HalfSquaredError, Activation.Identity, reduction);

    [Theory]
    [Trait("Mathematics", "C2")]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void MeanSquaredError(Reduction reduction) => Hold(Loss.MeanSquaredError, Activation.Tanh, reduction);

    [Theory]
    [Trait("Mathematics", "C3")]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void BinaryCrossEntropyOfASigmoid(Reduction reduction) => Hold(Loss.BinaryCrossEntropy, Activation.Sigmoid, reduction);

    [Theory]
    [Trait("Mathematics", "C3")]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void BinaryCrossEntropyOfJoinedSigmoids(Reduction reduction) => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        select NetworkDeclaration.Of(
            $"Joined{width}", [width],
            new Dense(width, Activation.Sigmoid) { Name = "Left" }, new Dense(3, Activation.Sigmoid) { From = "input" }, new Concat("Left"))
            .With(Loss.BinaryCrossEntropy, reduction)));

    [Theory]
    [Trait("Mathematics", "C4")]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void CrossEntropyOfASoftmax(Reduction reduction) =>
        Hold(Loss.CrossEntropy, Activation.Softmax, reduction, TargetKind.Labels, TargetKind.OneHot, TargetKind.Probabilities);

    private void Hold(Loss loss, Activation activation, Reduction reduction, params TargetKind[] kinds) => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        where loss != Loss.CrossEntropy || width > 1
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Alone{width}", [width], new Activate(activation)),
            NetworkDeclaration.Of($"OnDense{width}", [5], new Dense(width, activation)),
        ]
        select declaration.With(loss, reduction), kinds));
}
