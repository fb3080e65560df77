using System;
using System.Linq;
using NetGen.Reference;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Description;

/// <summary>Which elements of a row are whole numbers, and what is refused.</summary>
public sealed class InputDomainTests
{
    private static readonly NetworkDescription numbers = new("Numbers", [3], [new DenseDescription("D", [0], 2)]);

    private static readonly NetworkDescription symbols = new(
        "Symbols", [2, 2],
        [
            new FlattenDescription("F", [0]), new EmbeddingDescription("Large", [1], 9, 2), new EmbeddingDescription("Small", [1], 4, 2), new AddDescription("A", [2, 3]),
        ]);

    [Fact]
    public void ANetworkOfNumbersTakesAny()
    {
        Assert.False(numbers.Domain.HasWhole);
        Assert.Null(numbers.Domain[0]);
        numbers.Domain.Check<float>([float.NaN, -1, 0.5f]);
        float[] row = [0.25f, -3, float.NaN];
        numbers.Fit<float>(row);
        Assert.Equal([0.25f, -3, float.NaN], row);
    }

    [Fact]
    public void SymbolsHaveTheRangeThatAllTheirReadersTake()
    {
        Assert.True(symbols.Domain.HasWhole);
        Assert.Equal(new WholeRange(0, 3), symbols.Domain[3]);
        symbols.Domain.Check<double>([0, 1, 2, 3, 3, 2, 1, 0]);
        foreach (double wrong in new[] { -1, 4, 2.5, double.NaN, double.PositiveInfinity, 1e300 })
        {
            ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => symbols.Domain.Check<double>([0, 1, 2, 3, 0, 0, wrong, 0]));
            Assert.StartsWith(FormattableString.Invariant($"Element 2 of row 1 is {wrong}, but Small reads a whole number there, from 0 to 3."), refusal.Message);
        }
    }

    [Fact]
    public void AnyNumbersCanBeMadeToFit()
    {
        double[] rows = [.. Enumerable.Range(0, 400).Select(index => Math.Sin(index) * 100), double.NaN, double.NegativeInfinity, 1e300, 0];
        symbols.Fit<double>(rows);
        symbols.Domain.Check<double>(rows);
        Assert.Equal([0, 1, 2, 3], rows.Distinct().Order());
    }

    [Fact]
    public void TheReferenceRefusesBeforeItWrites()
    {
        var network = new ReferenceNetwork<float>(new NetworkDescription("Net", [2], [new EmbeddingDescription("E", [0], 3, 1), new FlattenDescription("F", [1])], Loss.MeanSquaredError));
        float[] outputs = [7, 7, 7, 7];
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Forward([0, 1, 2, 3], outputs));
        Assert.Equal([7, 7, 7, 7], outputs);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Gradient(new Batch<float>(2, [0, 1, 2, 3], [0, 0, 0, 0]), new float[3], network.CreateWorkspace(2)));
    }
}
