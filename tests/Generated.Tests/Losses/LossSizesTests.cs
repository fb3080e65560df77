using System.Collections.Generic;
using System.Collections.Immutable;
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
        from width in Of(reduction)
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

    [Theory]
    [Trait("Mathematics", "C4")]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void CrossEntropyOfALogSoftmax(Reduction reduction) =>
        Hold(Loss.CrossEntropy, Activation.LogSoftmax, reduction, TargetKind.Labels, TargetKind.Probabilities);

    [Fact]
    [Trait("Mathematics", "C5")]
    public void LossesBeyondTheSources() => output.WriteLine(Systematic.Hold(
        from width in few
        let reduction = width < 8 ? Reduction.Sum : Reduction.Mean
        from judged in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Absolute{width}", [5], new Dense(width)).With(Loss.AbsoluteError, reduction),
            NetworkDeclaration.Of($"Huber{width}", [5], new Dense(width, Activation.Tanh)).With(Loss.Huber, reduction),
            NetworkDeclaration.Of($"NearHuber{width}", [width], new Activate(Activation.Identity)).With(Loss.Huber, reduction, new() { Delta = 0.3 }),
            NetworkDeclaration.Of($"Divergence{width}", [5], new Dense(width + 1, Activation.Softmax)).With(Loss.KullbackLeibler, reduction),
        ]
        select judged));

    [Fact]
    [Trait("Mathematics", "C5")]
    public void WeightedPositiveTargets() => output.WriteLine(Systematic.Hold(
        from width in few
        from judged in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"OfLogits{width}", [5], new Dense(width, Activation.Sigmoid)).With(Loss.BinaryCrossEntropy, options: new() { PositiveWeights = Weights(width) }),
            NetworkDeclaration.Of($"OfProbabilities{width}", [width], new Dense(width, Activation.Sigmoid) { Name = "Left" }, new Dense(3, Activation.Sigmoid) { From = "input" }, new Concat("Left"))
                .With(Loss.BinaryCrossEntropy, options: new() { PositiveWeights = Weights(width + 3) }),
        ]
        select judged));

    [Fact]
    [Trait("Mathematics", "C5")]
    public void WeightedAndSmoothedClasses() => output.WriteLine(Systematic.Hold(
        from width in few
        from options in (LossOptions[])
        [
            new() { ClassWeights = Weights(width + 1) }, new() { LabelSmoothing = 0.1 }, new() { ClassWeights = Weights(width + 1), LabelSmoothing = 0.3 },
        ]
        select NetworkDeclaration.Of($"Classes{width}{(options.ClassWeights.IsEmpty ? "" : "Weighted")}{(options.LabelSmoothing == 0 ? "" : "Smoothed")}", [5], new Dense(width + 1, Activation.Softmax))
            .With(Loss.CrossEntropy, options: options),
        TargetKind.Labels, TargetKind.Probabilities));

    private static readonly int[] few = [1, 7, 16, 33];

    /// <summary>Some of them 0, some not floats.</summary>
    private static ImmutableArray<double> Weights(int count) => [.. Enumerable.Range(0, count).Select(index => 0.3 * (index % 5))];

    /// <summary>Half of the widths for each: how a loss is written does not depend on how rows become one number.</summary>
    private static IEnumerable<int> Of(Reduction reduction) => Sizes.Widths.Where((_, index) => index % 2 == (int)reduction);

    private void Hold(Loss loss, Activation activation, Reduction reduction, params TargetKind[] kinds) => output.WriteLine(Systematic.Hold(
        from width in Of(reduction)
        where loss != Loss.CrossEntropy || width > 1
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Alone{width}", [width], new Activate(activation)),
            NetworkDeclaration.Of($"OnDense{width}", [5], new Dense(width, activation)),
        ]
        select declaration.With(loss, reduction), kinds));
}
