using System;
using System.IO;
using System.Linq;
using NetGen.Files;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Layers that use the parameters of others, and products.</summary>
[Trait("Mathematics", "L3")]
public sealed class ShareTests(ITestOutputHelper output)
{
    [Fact]
    public void SharedWeightsOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        select NetworkDeclaration.Of(
            $"Shared{width}", [width],
            new Dense(width, Activation.Tanh) { Name = "First" }, new Dense(width, Activation.ReLU) { Share = "First" }, new Dense(2),
            new Dense(width, Activation.Sigmoid) { From = "First", Share = "First", Name = "Third" }, new Dense(2) { Share = "Dense3" }, new Concat("Dense3"))
            .With(Loss.HalfSquaredError)));

    [Fact]
    public void EveryKindThatLearnsCanShare() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of("Images", [2, 6, 5], new Conv(2, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)) { Same = true, Name = "C" },
            new Conv(2, Activation.Tanh, new ConvAxis(3), new ConvAxis(3)) { Share = "C" }, new Flatten(), new Dense(3)).With(Loss.MeanSquaredError),
        NetworkDeclaration.OfParts("Siamese", new Part(1, 7, 7) { Name = "A" }, new Conv(3, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)) { Name = "C", Bias = false },
            new Part(1, 5, 5) { Name = "B" }, new Conv(3, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)) { Share = "C", Bias = false }, new Flatten() { Name = "Small" },
            new Flatten() { From = "C" }, new Concat("Small"), new Dense(2)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of("Signals", [2, 9], new Conv(2, Activation.ReLU, new ConvAxis(3)) { Same = true, Name = "C" },
            new Conv(2, Activation.Identity, new ConvAxis(3, Dilation: 2)) { Share = "C" }, new Flatten(), new Dense(1)).With(Loss.MeanSquaredError),
        NetworkDeclaration.OfParts("Sentences", new Part(4) { Name = "A" }, new Embedding(5, 3) { Name = "E" }, new LayerNorm { Name = "N" }, new Part(4) { Name = "B" }, new Embedding(5, 3) { Share = "E" },
            new LayerNorm { Share = "N", Epsilon = 0.1 }, new Add("N"), new PositionalEncoding { Learned = true, Name = "P" }, new PositionalEncoding { Learned = true, Share = "P" },
            new Dense(3, Activation.Tanh) { PerStep = true, Name = "D" }, new Dense(3) { PerStep = true, Share = "D" }, new Attention(1) { Name = "T" }, new Attention(3) { Share = "T", Causal = true },
            new RMSNorm { Axes = 2, Name = "R" }, new RMSNorm { Axes = 2, Share = "R" }, new PReLU { Name = "S" }, new PReLU { Share = "S" }).With(Loss.MeanSquaredError),
        NetworkDeclaration.OfParts("Steps", new Part(4, 5) { Name = "A" }, new Dense(5, Activation.Tanh) { PerStep = true, Name = "D" }, new Flatten() { Name = "F" }, new Part(5) { Name = "B" },
            new Dense(7, Activation.Tanh), new Dense(5), new Dense(5, Activation.Tanh) { Share = "D" }, new Concat("F"), new Dense(2)).With(Loss.MeanSquaredError),
        NetworkDeclaration.OfParts("StepsBehind", new Part(5) { Name = "B" }, new Dense(5), new Dense(5, Activation.Tanh) { Name = "D" }, new Part(4, 5) { Name = "A" },
            new Dense(5) { PerStep = true }, new Dense(5, Activation.Tanh) { PerStep = true, Share = "D" }, new Flatten(), new Concat("D"), new Dense(2)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of("Cells", [4, 3], new LSTM(3) { Sequence = true, Name = "L" }, new LSTM(3) { Share = "L" }, new Dense(1)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of("Gates", [4, 3], new GRU(3) { Sequence = true, Name = "L" }, new GRU(3) { Share = "L" }, new Dense(1)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of("States", [4, 3], new Recurrent(3) { Sequence = true, Name = "L" }, new Recurrent(3) { Share = "L" }, new Dense(1)).With(Loss.MeanSquaredError),
    ]));

    [Fact]
    public void AFileHoldsSharedParametersOnce()
    {
        using CompiledNetworks compiled = NetworkCompiler.Generate(
        [
            NetworkDeclaration.Of("Twice", [5], new Dense(5, Activation.Tanh) { Name = "First" }, new Dense(5) { Share = "First", Name = "Second" }, new Dense(2) { Name = "End" }).With(Loss.MeanSquaredError),
        ]).Compile();
        INetwork<float> saved = compiled.Create("Twice", seed: 1), loaded = compiled.Create("Twice", seed: 2);
        using var file = new MemoryStream();
        saved.Save(file);
        Assert.Equal(["First.Weights", "First.Bias", "End.Weights", "End.Bias"], saved.Layout.Tensors.Select(tensor => tensor.Name));
        file.Position = 0;
        string[] names = [.. TensorFile.Read(file).Tensors.Select(tensor => tensor.Name)];
        Assert.True(names.Length == 4 && !names.Any(name => name.Contains("Second", StringComparison.Ordinal)), string.Join(", ", names));

        file.Position = 0;
        loaded.Load(file);

        Assert.Equal(saved.Parameters.ToArray(), loaded.Parameters.ToArray());
        float[] expected = new float[2], actual = new float[2];
        saved.Forward([1, 2, 3, 4, 5], expected);
        loaded.Forward([1, 2, 3, 4, 5], actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void ProductsOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        select NetworkDeclaration.Of(
            $"Gated{width}", [width],
            new Dense(width, Activation.Sigmoid) { Name = "Gate" }, new Dense(width) { From = "input" }, new Multiply("Gate"), new Multiply("input") { Name = "Whole" },
            new Multiply("Whole"), new Dense(2))
            .With(Loss.HalfSquaredError)));
}
