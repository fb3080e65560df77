using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Self-attention and positional encodings, over sizes where vectors, panels and blocks of queries end and where they do not.</summary>
public sealed class AttentionTests(ITestOutputHelper output)
{
    private static readonly (int Steps, int Size, int Heads)[] sizes =
    [
        (1, 1, 1), (1, 6, 3), (2, 2, 2), (3, 4, 1), (4, 6, 2), (5, 15, 3), (7, 16, 2), (3, 17, 17), (16, 3, 1), (17, 8, 4), (2, 33, 1), (3, 34, 2), (31, 2, 1), (33, 4, 2), (35, 1, 1), (2, 80, 2),
    ];

    [Fact]
    public void EverySizeInEveryForm() => output.WriteLine(Systematic.Hold(
        from size in sizes
        from form in size.Steps * size.Size < 40 ? (int[])[0, 1, 2, 3] : [(size.Steps + size.Size) % 4]
        select NetworkDeclaration.Of(
            $"T{size.Steps}F{size.Size}H{size.Heads}Form{form}", [size.Steps, size.Size], new Attention(size.Heads) { Causal = form % 2 == 1, Bias = form > 1 })
            .With(Loss.HalfSquaredError, form % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    public void SequencesOfTheirOwnLengths() => output.WriteLine(Systematic.Hold(
        from size in sizes
        from form in size.Steps * size.Size < 40 ? (int[])[0, 1, 2, 3] : [(size.Steps + size.Size) % 4, (size.Steps + size.Size + 1) % 4]
        select NetworkDeclaration.OfParts(
            $"T{size.Steps}F{size.Size}H{size.Heads}Form{form}", new Part(1) { Name = "Length" }, new Part(size.Steps, size.Size) { Name = "Steps" },
            new Attention(size.Heads) { Causal = form % 2 == 1, Bias = form > 1, Lengths = "Length" })
            .With(Loss.HalfSquaredError)));

    /// <summary>A length that others read too has the gradient that those give it.</summary>
    [Fact]
    public void ALengthThatOthersRead() => output.WriteLine(Systematic.Hold(
        from before in (bool[])[false, true]
        select NetworkDeclaration.OfParts(
            $"Length{before}", new Part(1) { Name = "Length" }, new Dense(6, Activation.Tanh) { Name = "Told" }, new Part(7, 4) { Name = "Steps" },
            new Attention(2) { Lengths = "Length" }, new LayerNorm(), new Attention(4) { Causal = true, Lengths = "Length" }, new GRU(6) { Lengths = before ? "Length" : null }, new Add("Told"))
            .With(Loss.MeanSquaredError)));

    [Fact]
    public void PlacesOfEverySize() => output.WriteLine(Systematic.Hold(
        from size in sizes
        from learned in (bool[])[false, true]
        select NetworkDeclaration.Of(
            $"T{size.Steps}F{size.Size}{(learned ? "Learned" : "Fixed")}", [size.Steps, size.Size], new PositionalEncoding { Learned = learned }, new Activate(Activation.Tanh))
            .With(Loss.HalfSquaredError)));

    [Fact]
    public void OnOneAnotherAndBetweenOthers() => output.WriteLine(Systematic.Hold(
        from learned in (bool[])[false, true]
        from causal in (bool[])[false, true]
        select NetworkDeclaration.Of(
            $"Stack{learned}{causal}", [5], new Embedding(4, 6), new PositionalEncoding { Learned = learned, Name = "Place" },
            new Attention(2) { Causal = causal }, new Add("Place") { Name = "Sum" }, new Attention(3), new Add("Sum"), new Flatten(), new Dense(3, Activation.Softmax))
            .With(Loss.CrossEntropy)));

    [Fact]
    public void ASequenceThatOthersReadToo() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of(
            "InputTwice", [4, 6], new Attention(2) { Name = "First" }, new Attention(3) { From = "input", Causal = true, Name = "Second" }, new Add("First", "input")).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "PlacesTwice", [4, 6], new PositionalEncoding { Name = "First" }, new PositionalEncoding { From = "input", Learned = true, Name = "Second" }, new Add("First", "input")).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "Residual", [4, 6], new Flatten(), new Dense(24), new Reshape(4, 6) { Name = "Steps" },
            new Attention(1), new Add("Steps") { Name = "Sum" }, new PositionalEncoding(), new Attention(2) { From = "Sum", Name = "Other" }, new Add("PositionalEncoding1")).With(Loss.MeanSquaredError),
    ]));
}
