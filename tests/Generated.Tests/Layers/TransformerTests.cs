using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Small transformers: blocks of attention and of dense layers of every step, each with a sum around it.</summary>
public sealed class TransformerTests(ITestOutputHelper output)
{
    private const int Steps = 7;
    private const int Symbols = 5;

    [Fact]
    public void TwoBlocksAgreeWithTheReference() => output.WriteLine(Systematic.Hold([Classifier("Small", size: 4, hidden: 6, causal: false), Classifier("Causal", size: 6, hidden: 5, causal: true)]));

    /// <summary>Embedding, places, two blocks and a head over all steps.</summary>
    private static NetworkDeclaration Classifier(string name, int size, int hidden, bool causal) => NetworkDeclaration.Of(
        name, [Steps],
        [
            new Embedding(Symbols, size), new PositionalEncoding { Name = "Place" },
            .. Block("Place", "1", size, hidden, causal), .. Block("Out1", "2", size, hidden, causal),
            new Flatten(), new Dense(Symbols, Activation.Softmax),
        ]).With(Loss.CrossEntropy);

    private static LayerDeclaration[] Block(string input, string number, int size, int hidden, bool causal) =>
    [
        new Attention(2) { Causal = causal }, new Add(input) { Name = $"Attended{number}" },
        new Dense(hidden, Activation.GELU) { PerStep = true }, new Dense(size) { PerStep = true }, new Add($"Attended{number}") { Name = $"Out{number}" },
    ];
}
