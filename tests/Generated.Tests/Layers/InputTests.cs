using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Several inputs as parts of one row, forward and backward.</summary>
[Trait("Mathematics", "L3")]
public sealed class InputTests(ITestOutputHelper output)
{
    [Fact]
    public void PartsOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths.Index()
        let other = Sizes.Widths[(width.Index + 5) % Sizes.Widths.Length]
        select NetworkDeclaration.OfParts(
            $"Parts{width.Item}And{other}",
            new Part(width.Item) { Name = "Left" }, new Part(other) { Name = "Right" }, new Part(1) { Name = "Last" },
            new Concat("Left", "Right") { Name = "All" }, new Dense(3, Activation.Tanh) { From = "Right" }, new Concat("All", "Left"), new Dense(2))
            .With(Loss.HalfSquaredError)));

    [Fact]
    public void ALayerTakesTheInputAboveIt() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.OfParts(
            "Between", new Part(3) { Name = "Table" }, new Dense(5, Activation.ReLU) { Name = "Facts" }, new Part(2, 4, 6) { Name = "Image" },
            new Conv(3, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)), new Flatten(), new Concat("Facts"), new Dense(4, Activation.Softmax)).With(Loss.CrossEntropy),
        NetworkDeclaration.OfParts("AsTheyAre", new Part(17) { Name = "A" }, new Part(17) { Name = "B" }, new Add("A")).With(Loss.MeanSquaredError),
        NetworkDeclaration.OfParts("Views", new Part(3, 4) { Name = "A" }, new Flatten() { Name = "Flat" }, new Part(12) { Name = "B" }, new Add("Flat"), new Concat("Flat", "B")).With(Loss.HalfSquaredError),
        NetworkDeclaration.OfParts("Sequences", new Part(5, 3) { Name = "Series" }, new GRU(4), new Part(2) { Name = "Facts" }, new Concat("GRU1"), new Dense(1)).With(Loss.MeanSquaredError),
    ]));
}
