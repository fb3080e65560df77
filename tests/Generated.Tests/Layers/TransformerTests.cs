using System;
using System.Linq;
using NetGen.Data;
using NetGen.Generated.Tests.Support;
using NetGen.Training;
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

    [Fact]
    public void ItLearnsWhichSymbolTheFirstOneAsksFor()
    {
        // The class is the symbol that follows the first later occurrence of the first symbol, or 0: a step has to find another by what it holds.
        using CompiledNetworks compiled = NetworkCompiler.Compile([Classifier("Finder", size: 16, hidden: 32, causal: false)], VectorForm.Vector);
        INetwork<float> network = compiled.Create("Finder", 3);
        (float[] inputs, int[] labels) = Sentences(4000, seed: 1);
        (float[] unseen, int[] expected) = Sentences(1000, seed: 2);
        var trainer = new Trainer<float>(network, new Examples<float>(inputs, labels), new Adam<float>(network.Layout.Length, 0.003), batchSize: 50);
        double loss = trainer.Run(15).Last().Loss;

        float[] outputs = new float[expected.Length * Symbols];
        network.Forward(unseen, outputs);
        int right = expected.Index().Count(row => outputs.AsSpan(row.Index * Symbols, Symbols).IndexOf(outputs.AsSpan(row.Index * Symbols, Symbols).ToArray().Max()) == row.Item);
        output.WriteLine($"{right} of {expected.Length} unseen sentences are right, at a loss of {loss}.");
        Assert.True(right > 0.95 * expected.Length, $"{right} of {expected.Length}");
    }

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

    private static (float[] Inputs, int[] Labels) Sentences(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        float[] inputs = [.. Enumerable.Range(0, count * Steps).Select(_ => (float)random.Below(Symbols))];
        int[] labels = [.. inputs.Chunk(Steps).Select(Answer)];
        return (inputs, labels);
    }

    private static int Answer(float[] sentence)
    {
        int found = Array.IndexOf(sentence, sentence[0], 1);
        return found < 0 || found == Steps - 1 ? 0 : (int)sentence[found + 1];
    }
}
