using System.Collections.Immutable;
using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Agreement;

public sealed class LossTests(ITestOutputHelper output)
{
    private static readonly int[] widths = [1, 2, 3, 10, 16, 17, 32, 33, 100];

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void ErrorsOfEveryWidth(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from width in widths.Index()
        from loss in (Loss[])[Loss.HalfSquaredError, Loss.MeanSquaredError, Loss.AbsoluteError, Loss.Huber]
        select NetworkDeclaration.Of($"{loss}{width.Item}", [4], new Dense(6, Activation.Tanh), new Dense(width.Item, width.Index % 2 == 0 ? Activation.Identity : Activation.Softsign))
            .With(loss, (width.Index + (int)loss) % 2 == 0 ? Reduction.Mean : Reduction.Sum, loss == Loss.Huber ? new() { Delta = 0.25 * (1 + width.Index) } : null)));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void BinaryCrossEntropyOfEveryWidth(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from width in widths.Index()
        select NetworkDeclaration.Of($"Binary{width.Item}", [5], new Dense(width.Item, Activation.Sigmoid))
            .With(Loss.BinaryCrossEntropy, width.Index % 2 == 0 ? Reduction.Mean : Reduction.Sum, new() { PositiveWeights = width.Index % 3 == 0 ? [] : Weights(width.Item) })));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void LossesOfDistributionsOfEveryWidth(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from width in widths[1..].Index()
        from option in Enumerable.Range(0, 4)
        let activation = ActivationKinds.OfVectors[(width.Index + option / 2) % 2]
        let declaration = NetworkDeclaration.Of($"Classes{width.Item}Option{option}", [5], new Dense(width.Item, activation))
        select option == 3
            ? declaration.With(Loss.KullbackLeibler, width.Index % 2 == 0 ? Reduction.Mean : Reduction.Sum)
            : declaration.With(
                Loss.CrossEntropy, width.Index % 2 == 0 ? Reduction.Sum : Reduction.Mean,
                new() { ClassWeights = option == 1 ? Weights(width.Item) : [], LabelSmoothing = option == 0 ? 0 : 0.1 * option })));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void ALossWeighs(Device device) => output.WriteLine(Systematic.Hold(
        device,
        [
            NetworkDeclaration.Of("Half", [5], new Dense(7, Activation.Tanh), new Dense(3)).With(Reduction.Mean, new HeadDeclaration(Loss.MeanSquaredError, "Dense2", 0.5)),
            NetworkDeclaration.Of("Thrice", [5], new Dense(7, Activation.Tanh), new Dense(3, Activation.Softmax)).With(Reduction.Sum, new HeadDeclaration(Loss.CrossEntropy, "Dense2", 3)),
            NetworkDeclaration.Of("Tenth", [5], new Dense(7, Activation.Sigmoid)).With(Reduction.Mean, new HeadDeclaration(Loss.BinaryCrossEntropy, "Dense1", 0.1)),
        ]));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void PenaltiesOfEveryKind(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from penalized in ((string Name, PenaltyDeclaration[] Penalties)[])
        [
            ("Ridge", [new(0, 0.01)]), ("Lasso", [new(0.02, 0)]), ("Both", [new(0.3, 0.05) { Biases = true }]), ("OfExamples", [new(0.5, 2) { Examples = 7 }]),
            ("OfOne", [new(0.1, 0.1, "Dense2")]), ("OfOneOtherwise", [new(0, 0.1), new(0.2, 0, "Dense1") { Biases = true }]), ("OfNone", [new(0, 0.1), new(0, 0, "Dense2")]),
        ]
        from width in (int[])[9, 40]
        select NetworkDeclaration.Of($"{penalized.Name}{width}", [7], new Dense(width, Activation.Tanh), new LayerNorm(), new Dense(3) { Bias = width == 9 }).With(Loss.MeanSquaredError).With(penalized.Penalties)));

    private static ImmutableArray<double> Weights(int count) => [.. Enumerable.Range(0, count).Select(index => ((double[])[0.25, 1, 0, 3.7])[index % 4])];
}
