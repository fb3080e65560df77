using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Losses;

/// <summary>Several outputs, each with a loss and a weight.</summary>
[Trait("Mathematics", "L3")]
public sealed class SeveralLossesTests(ITestOutputHelper output)
{
    [Fact]
    public void HeadsOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths.Index()
        let other = Sizes.Widths[(width.Index + 5) % Sizes.Widths.Length]
        select NetworkDeclaration.Of(
            $"Heads{width.Item}And{other}", [5],
            new Dense(7, Activation.Tanh) { Name = "Body" }, new Dense(width.Item + 1, Activation.Softmax) { Name = "Class" },
            new Dense(other) { Name = "Box", From = "Body" }, new Dense(width.Item, Activation.Sigmoid) { Name = "Flags", From = "Body" })
            .With(width.Index % 2 == 0 ? Reduction.Mean : Reduction.Sum,
                new(Loss.CrossEntropy, "Class"), new(Loss.MeanSquaredError, "Box", 0.3), new(Loss.BinaryCrossEntropy, "Flags", 2))));

    [Fact]
    public void HeadsThatOthersReadAndViewsOfOneAnother() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of("ReadOn", [9], new Dense(6, Activation.Sigmoid) { Name = "Flags" }, new Dense(4) { Name = "Box" }, new Add("Box"), new Dense(3) { Name = "End" })
            .With(Reduction.Mean, new(Loss.BinaryCrossEntropy, "Flags"), new(Loss.MeanSquaredError, "End", 0.5), new(Loss.HalfSquaredError, "Box", 0.25)),
        NetworkDeclaration.Of("Views", [6], new Dense(6, Activation.Tanh) { Name = "A" }, new Reshape(2, 3) { Name = "B" }, new Flatten() { Name = "C" })
            .With(Reduction.Mean, new(Loss.MeanSquaredError, "B"), new(Loss.HalfSquaredError, "A", 3), new(Loss.MeanSquaredError, "C", 0.1)),
        NetworkDeclaration.Of("Logits", [6], new Dense(5) { Name = "Z" }, new Activate(Activation.Softmax) { Name = "Class" }, new Dense(2) { From = "Z" })
            .With(Reduction.Sum, new(Loss.MeanSquaredError, "Dense2"), new(Loss.CrossEntropy, "Class", 0.7)),
        NetworkDeclaration.Of("OfTheInput", [2, 3], new Flatten() { Name = "Same" }, new Dense(2) { Name = "End" })
            .With(Reduction.Mean, new(Loss.MeanSquaredError, "End"), new(Loss.MeanSquaredError, "Same")),
        NetworkDeclaration.Of("Untrained", [4], new Dense(3, Activation.ReLU) { Name = "A" }, new Dense(2) { Name = "B" })
            .With(Reduction.Mean, new(Loss.MeanSquaredError, "A", 0), new(Loss.MeanSquaredError, "B")),
    ]));

    [Fact]
    public void SeveralInputsAndHeadsAroundBlocks() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.OfParts(
            "Whole", new Part(3) { Name = "Table" }, new Dense(8, Activation.ReLU) { Name = "Facts" }, new Part(1, 6, 6) { Name = "Image" },
            new Conv(2, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)), new Flatten(), new Concat("Facts"), new Dense(8, Activation.ReLU) { Name = "Body" },
            new Dense(8, Activation.ReLU), new Dense(8), new Add("Body") { Name = "Sum" },
            new Dense(3, Activation.Softmax) { Name = "Class" }, new Dense(4) { Name = "Box", From = "Sum" })
            .With(Reduction.Mean, new(Loss.CrossEntropy, "Class"), new(Loss.MeanSquaredError, "Box", 0.5)),
    ]));
}
