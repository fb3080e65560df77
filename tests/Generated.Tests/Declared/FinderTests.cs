using System;
using System.IO;
using System.Linq;
using NetGen.Checking;
using NetGen.Data;
using NetGen.Generated.Tests.Support;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Declared;

/// <summary>
/// The small transformer of the documentation learns which symbol follows the marker: eleven symbols drawn evenly from eight,
/// and one marker anywhere but behind the last of them.
/// </summary>
/// <remarks>
/// Who knows how often each symbol occurs, but not in which order, does best to name the most frequent one: the symbol
/// behind the marker is any of the eleven alike, so that this is right with probability (its count)/11, given a sentence.
/// </remarks>
[Trait("Mathematics", "L3")]
public sealed class FinderTests(ITestOutputHelper output)
{
    private const int Steps = Finder.InputSize;
    private const int Symbols = Finder.OutputSize;
    private const float Marker = Symbols;
    private const int Unseen = 2000;

    /// <summary>What is asked of the finder on unseen sentences.</summary>
    private const double Accepted = 0.95;

    [Fact]
    public void ItFindsTheSymbolBehindTheMarker()
    {
        (double accuracy, double byCounts) = Learn(new Finder(seed: 1));
        output.WriteLine($"accuracy on {Unseen} unseen sentences {accuracy:P1}, by counts of symbols {byCounts:P1}, by guessing {1.0 / Symbols:P1}");
        Assert.True(accuracy >= Accepted, $"{accuracy:P1}");
        Assert.True(byCounts < Accepted / 2);
    }

    /// <summary>The sum over steps of what each says by itself: more than chance, for the frequent symbols are likelier, and far from the answer.</summary>
    [Fact]
    public void WithoutAttentionNoneIsFound()
    {
        (double accuracy, double byCounts) = Learn(new Blinkered(seed: 1));
        output.WriteLine($"accuracy on {Unseen} unseen sentences {accuracy:P1}, by counts of symbols {byCounts:P1}");
        Assert.True(accuracy < Accepted / 2, $"{accuracy:P1}");
        Assert.True(accuracy > 1.0 / Symbols, $"{accuracy:P1}");
    }

    /// <summary>With small parameters, among which the bound of rounding stays below what it decides.</summary>
    [Fact]
    public void ItIsProved()
    {
        var network = new Finder();
        Finder.Layout.CopyFrom<float>(network.Parameters, new SeededRandom(7).Normals(Finder.Layout.Count, 1 / 8.0));
        NetworkProof proof = NetworkProof.Of(network, rows: 5, steps: 2);
        Assert.True(proof.Passed, proof.ToString());
    }

    [Fact]
    public void TheDocumentationShowsIt()
    {
        string[] page = [.. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "networks.md")).Select(line => line.Trim())];
        string[] source = [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests/Generated.Tests/Declared/Finder.cs")).Select(line => line.Trim())];
        string[] shown = [.. source.Skip(2).Take(Array.IndexOf(source, "public static class Transformer;") - 1)];
        Assert.Equal("[Network]", shown[0]);
        Assert.Contains(string.Join("\n", shown), string.Join("\n", page), StringComparison.Ordinal);
    }

    /// <summary>How many of the unseen sentences it answers, and how many the most frequent symbol would.</summary>
    private static (double Accuracy, double ByCounts) Learn(INetwork<float> network)
    {
        const int Seen = 4096;
        var random = new SeededRandom(3);
        (float[] inputs, float[] targets) = Sentences(Seen, random);
        foreach (EpochReport _ in new Trainer<float>(network, new Examples<float>(Seen, inputs, targets), new Adam<float>(network.Parameters.Length, learningRate: 3e-3), batchSize: 64).Run(epochs: 15))
        {
        }

        (inputs, targets) = Sentences(Unseen, random);
        float[] outputs = new float[Unseen * Symbols];
        network.Forward(inputs, outputs);
        int right = Enumerable.Range(0, Unseen).Count(row => Largest(outputs, row) == Largest(targets, row));
        double byCounts = inputs.Chunk(Steps).Average(sentence => sentence.Where(symbol => symbol != Marker).CountBy(symbol => symbol).Max(count => count.Value) / (Steps - 1.0));
        return ((double)right / Unseen, byCounts);

        static int Largest(float[] rows, int row)
        {
            float[] some = rows[(row * Symbols)..((row + 1) * Symbols)];
            return Array.IndexOf(some, some.Max());
        }
    }

    private static (float[] Inputs, float[] Targets) Sentences(int count, SeededRandom random)
    {
        float[] inputs = new float[count * Steps];
        float[] targets = new float[count * Symbols];
        for (int row = 0; row < count; row++)
        {
            Span<float> sentence = inputs.AsSpan(row * Steps, Steps);
            foreach (ref float symbol in sentence)
            {
                symbol = random.Below(Symbols);
            }

            int place = random.Below(Steps - 1);
            sentence[place] = Marker;
            targets[row * Symbols + (int)sentence[place + 1]] = 1;
        }

        return (inputs, targets);
    }
}
