using System.Linq;
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

    /// <summary>Steps, sizes and heads where vectors and panels end and where they do not; two wide blocks on one another are beyond what a bound of their rounding decides.</summary>
    [Fact]
    public void NormalizedBlocksAgreeWithTheReference() => output.WriteLine(Systematic.Hold(
        from causal in (bool[])[false, true]
        from size in ((int Steps, int Size, int Heads, int Times)[])[(1, 6, 1, 2), (6, 4, 2, 2), (17, 5, 1, 1)]
        select Normalized($"T{size.Steps}F{size.Size}H{size.Heads}{(causal ? "Causal" : "")}", size.Steps, size.Size, size.Heads, size.Times, causal)));

    /// <summary>Embedding, places, and blocks that normalize what attention and dense layers read (Xiong et al., 2020).</summary>
    private static NetworkDeclaration Normalized(string name, int steps, int size, int heads, int times, bool causal) => NetworkDeclaration.Of(
        name, [steps], new Embedding(Symbols, size), new PositionalEncoding(),
        new Block($"{name}Block", [.. NormalizedBlock(size, heads, causal)], times) { Name = "Body" }, new LayerNorm(), new Flatten(), new Dense(Symbols, Activation.Softmax)).With(Loss.CrossEntropy);

    private static LayerDeclaration[] NormalizedBlock(int size, int heads, bool causal) =>
    [
        new LayerNorm(), new Attention(heads) { Causal = causal }, new Add(NetworkDeclaration.InputName) { Name = "Attended" },
        new LayerNorm(), new Dense(4 * size, Activation.GELU) { PerStep = true }, new Dense(size) { PerStep = true }, new Add("Attended"),
    ];

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
