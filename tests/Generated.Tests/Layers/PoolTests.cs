using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Layers of images and signals of awkward sizes, alone, between layers, and of nodes that others read too.</summary>
public sealed class PoolTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Mathematics", "L1")]
    public void TwoByTwoOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in (int[])[6, 8, 14, 18]
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Max{width}", [2, 4, width], new MaxPool2D(2, 2), new Activate(Activation.Tanh)),
            NetworkDeclaration.Of($"Average{width}", [2, 4, width], new AveragePool2D(2, 2), new Activate(Activation.Tanh)),
            NetworkDeclaration.Of(
                $"Shared{width}", [2, 5, width + 1],
                new Activate(Activation.Tanh) { Name = "Bent" }, new MaxPool2D(2, 2) { Truncate = true, Name = "Greatest" },
                new AveragePool2D(2, 2) { Truncate = true, From = "Bent" }, new Add("Greatest") { Name = "Both" }, new MaxPool2D(2, 2) { Truncate = true, From = "Bent" }, new Add("Both")),
        ]
        select declaration.With(Loss.HalfSquaredError)));

    [Fact]
    [Trait("Mathematics", "L1")]
    public void WindowsOfEveryKind() => output.WriteLine(Systematic.Hold(
        from shape in (int[][])[[1, 1, 1], [3, 7, 5], [1, 6, 9]]
        from layer in (LayerDeclaration[])
        [
            new MaxPool2D(1, 1), new MaxPool2D(3, 3) { Stride = [2, 2], Padding = [1, 1] }, new MaxPool2D(1, 5) { Stride = [2, 1], Padding = [0, 2], Truncate = true },
            new AveragePool2D(3, 3) { Stride = [1, 1], Padding = [1, 1] }, new AveragePool2D(2, 3) { Stride = [3, 2], Padding = [1, 1], IncludePadding = false, Truncate = true },
            new GlobalMaxPool(), new GlobalAveragePool(), new Upsample(3), new ZeroPad(1, 2, 3, 0), new ZeroPad(0, 0),
        ]
        let name = $"{layer.Text}Of{string.Join("x", shape)}"
        select NetworkDeclaration.Of(string.Concat(name.Where(char.IsLetterOrDigit)), shape, new Activate(Activation.Tanh) { Name = "Bent" }, layer with { Name = "L" }, new Flatten(), new Dense(2))
            .With(Loss.MeanSquaredError) into declaration
        where declaration.IsValid
        select declaration));

    [Fact]
    [Trait("Mathematics", "L1")]
    public void Signals() => output.WriteLine(Systematic.Hold(
        from length in (int[])[1, 8, 33]
        from layer in (LayerDeclaration[])
        [
            new MaxPool1D(2) { Truncate = true }, new MaxPool1D(3) { Stride = [1], Padding = [1] }, new AveragePool1D(2) { Stride = [1], Padding = [1] },
            new AveragePool1D(3) { Stride = [2], Padding = [1], Truncate = true, IncludePadding = false }, new GlobalMaxPool(), new GlobalAveragePool(), new Upsample(2), new ZeroPad(3, 1),
        ]
        let name = $"{layer.Text}Of{length}"
        select NetworkDeclaration.Of(string.Concat(name.Where(char.IsLetterOrDigit)), [3, length], layer).With(Loss.HalfSquaredError, Reduction.Sum) into declaration
        where declaration.IsValid
        select declaration));

    [Fact]
    [Trait("Mathematics", "L1")]
    public void NodesReadByMany() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of(
            "Everybody", [24],
            new Dense(24, Activation.Tanh), new Reshape(2, 3, 4) { Name = "Image" }, new ZeroPad(0, 2, 1, 0) { Name = "Larger" },
            new MaxPool2D(2, 3) { From = "Image", Stride = [1, 1] }, new Flatten { Name = "A" }, new AveragePool2D(3, 2) { From = "Image", Stride = [1, 2] }, new Flatten { Name = "B" },
            new Upsample(2) { From = "Image" }, new Flatten { Name = "C" }, new GlobalMaxPool { From = "Image", Name = "D" }, new GlobalAveragePool { From = "Larger", Name = "E" },
            new ZeroPad(1, 1, 1, 1) { From = "Larger" }, new Flatten(), new Concat("A", "B", "C", "D", "E"), new Dense(3)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of("Tower", [1, 16, 16], new MaxPool2D(2, 2), new AveragePool2D(2, 2), new MaxPool2D(2, 2), new AveragePool2D(2, 2), new Flatten(), new Dense(2)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of("Rectified", [1, 11, 24], new Conv(2, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)), new MaxPool2D(2, 2) { Truncate = true }, new Conv(3, Activation.ReLU, new ConvAxis(2), new ConvAxis(2)), new MaxPool2D(2, 3) { Stride = [1, 1] }, new Flatten(), new Dense(2)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of("Copies", [2, 5], new Upsample(2), new MaxPool1D(3) { Stride = [1] }, new Dropout(0.5), new MaxPool1D(2), new GlobalMaxPool()).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of("Zeros", [2, 5], new Activate(Activation.ReLU), new ZeroPad(2, 2), new MaxPool1D(3) { Stride = [1] }, new Dropout(0.5), new MaxPool1D(2) { Truncate = true }, new GlobalAveragePool()).With(Loss.HalfSquaredError),
    ]));
}
