using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Randomness;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

[Trait("Mathematics", "J1")]
public sealed class SplitTests
{
    public static TheoryData<int, double[], int[]> Sizes => new()
    {
        { 10_000, [0.6, 0.2, 0.2], [6000, 2000, 2000] },
        { 1_000_000, [0.96, 0.02, 0.02], [960_000, 20_000, 20_000] },
        { 1_000_000, [0.98, 0.01, 0.01], [980_000, 10_000, 10_000] },
        { 1, [1], [1] },
        { 7, [0.6, 0.2, 0.2], [4, 2, 1] },
        { 11, [0.6, 0.2, 0.2], [7, 2, 2] },
        { 100, [0.29, 0.71], [29, 71] },
        { 3, [1.0 / 3, 1.0 / 3, 1.0 / 3], [1, 1, 1] },
        { 5, [0.5, 0.5], [3, 2] },
        { 10, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void PartsHaveTheirSharesAndTogetherEveryRowOnce(int count, double[] fractions, int[] expected)
    {
        ImmutableArray<ImmutableArray<int>> plain = Split.Rows(count, seed: 5, fractions);
        ImmutableArray<ImmutableArray<int>> stratified = Split.Stratified(new int[count], seed: 5, fractions);
        foreach (ImmutableArray<ImmutableArray<int>> parts in new[] { plain, stratified })
        {
            Assert.Equal(expected, parts.Select(part => part.Length));
            AssertDisjointAndWhole(count, parts);
        }
    }

    [Fact]
    public void RandomSplitsAreDisjointWholeAndWithinARowOfTheirQuota()
    {
        for (int trial = 0; trial < 300; trial++)
        {
            int count = 50 + (int)(CounterRandom.Uniform(1, 0, trial) * 1000);
            double[] weights = [.. Enumerable.Range(0, 1 + trial % 5).Select(part => 0.2 + CounterRandom.Uniform(2, trial, part))];
            double[] fractions = [.. weights.Select(weight => weight / weights.Sum())];
            int[] classes = [.. Enumerable.Range(0, count).Select(row => (int)(10 * Math.Pow(CounterRandom.Uniform(3, trial, row), 3)))];
            ImmutableArray<ImmutableArray<int>> plain = Split.Rows(count, (ulong)trial, fractions);
            ImmutableArray<ImmutableArray<int>> stratified = Split.Stratified(classes, (ulong)trial, fractions);
            AssertDisjointAndWhole(count, plain);
            AssertDisjointAndWhole(count, stratified);
            Assert.Equal(plain.Select(part => part.Length), stratified.Select(part => part.Length));
            for (int part = 0; part < fractions.Length; part++)
            {
                Assert.InRange(plain[part].Length - fractions[part] * count, -1, 1);
                foreach (IGrouping<int, int> rows in classes.GroupBy(value => value))
                {
                    // A part takes its share of what earlier parts left, rounded; what they rounded adds up to less than a row.
                    double quota = fractions[part] * rows.Count();
                    Assert.InRange(stratified[part].Count(row => classes[row] == rows.Key) - quota, -2.5, 2.5);
                }
            }
        }
    }

    [Fact]
    public void SharesOfClassesAreExactWhereTheyCanBe()
    {
        int[] classes = [.. Enumerable.Repeat(-7, 50), .. Enumerable.Repeat(1000, 30), .. Enumerable.Repeat(3, 20)];
        ImmutableArray<ImmutableArray<int>> parts = Split.Stratified(classes, 1, 0.6, 0.2, 0.2);
        Assert.Equal([30, 10, 10], parts.Select(part => part.Count(row => classes[row] == -7)));
        Assert.Equal([18, 6, 6], parts.Select(part => part.Count(row => classes[row] == 1000)));
        Assert.Equal([12, 4, 4], parts.Select(part => part.Count(row => classes[row] == 3)));
    }

    [Fact]
    public void TheSameSeedGivesTheSamePartsOnEveryMachine()
    {
        int[] known = [7, 0, 1, 5, 3, 4, 8, 9, 2, 6];
        Assert.Equal(known, Split.Rows(10, 42, 0.6, 0.2, 0.2).SelectMany(part => part));
        Assert.Equal([7, 0, 1, 5, 3, 8, 4, 9, 2, 6], Split.Stratified([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 42, 0.6, 0.2, 0.2).SelectMany(part => part));
        Assert.NotEqual(known, Split.Rows(10, 43, 0.6, 0.2, 0.2).SelectMany(part => part));
    }

    [Fact]
    public void EveryRowIsAsLikelyInEveryPlace()
    {
        const int Trials = 6000;
        int[,] seen = new int[5, 5];
        for (ulong seed = 0; seed < Trials; seed++)
        {
            ImmutableArray<int> order = Split.Rows(5, seed, 1)[0];
            for (int place = 0; place < 5; place++)
            {
                seen[order[place], place]++;
            }
        }

        // Each count is binomial with σ = √(6000 · 0.2 · 0.8) = 31; one of 25 lies 5 σ off once in 70,000 runs, and the seeds are fixed.
        Assert.All(seen.Cast<int>(), count => Assert.InRange(count, 1200 - 155, 1200 + 155));
    }

    [Theory]
    [InlineData(0.6, 0.2, 0.1)]
    [InlineData(60, 20, 20)]
    [InlineData(1.2, -0.1, -0.1)]
    [InlineData(1, 0, 0)]
    [InlineData(double.NaN, 0.5, 0.5)]
    [InlineData(double.PositiveInfinity, 0.5, 0.5)]
    public void FractionsThatAreNoSharesAreRefused(double first, double second, double third)
    {
        Assert.Throws<ArgumentException>(() => Split.Rows(100, 1, first, second, third));
        Assert.Throws<ArgumentException>(() => Split.Stratified(new int[100], 1, first, second, third));
    }

    [Fact]
    public void AnEmptyPartOrNoRowsAreRefused()
    {
        Assert.Contains("Part 1 would be empty: 0.01 of 10 rows", Assert.Throws<ArgumentException>(() => Split.Rows(10, 1, 0.98, 0.01, 0.01)).Message);
        Assert.Throws<ArgumentException>(() => Split.Rows(1, 1, 0.5, 0.5));
        Assert.Throws<ArgumentException>(() => Split.Rows(1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Split.Rows(0, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Split.Stratified([], 1, 1));
    }

    [Fact]
    public void RefusalsAreTheSameInEveryCulture()
    {
        using HostileCulture hostile = new();
        Assert.StartsWith("The fractions 0.5, 0.625 have the sum 1.125; expected 1.", Assert.Throws<ArgumentException>(() => Split.Rows(10, 1, 0.5, 0.625)).Message);
        Assert.StartsWith("Part 1 would be empty: 0.001 of 10 rows.", Assert.Throws<ArgumentException>(() => Split.Rows(10, 1, 0.999, 0.001)).Message);
    }

    [Fact]
    public void ExamplesAreSplitIntoViews()
    {
        Examples<float> examples = Rows.Numbered(1009);
        foreach (ImmutableArray<IExamples<float>> parts in new[] { examples.Split(1, 0.6, 0.2, 0.2), examples.SplitStratified(1, 0.6, 0.2, 0.2) })
        {
            float[] read = [.. parts.SelectMany(part => Rows.All(part).Inputs)];
            Assert.Equal(Enumerable.Range(0, 1009).Select(row => (float)row), read.Order());
            Assert.All(parts, part => Assert.All(Rows.All(part).Labels.Zip(Rows.All(part).Inputs), pair => Assert.Equal(pair.Second % 10, pair.First)));
        }

        Assert.All(examples.SplitStratified(1, 0.6, 0.2, 0.2), part => Assert.All(
            Rows.All(part).Labels.GroupBy(label => label), rows => Assert.InRange(rows.Count() - part.Count / 10.0, -1.5, 1.5)));
    }

    [Fact]
    public void OneHotTargetsAndSingleTargetsStratifyAsLabelsDo()
    {
        Examples<float> labelled = Rows.Numbered(60, classes: 2);
        float[] inputs = Rows.All(labelled).Inputs;
        var oneHot = new Examples<float>(60, inputs, Enumerable.Range(0, 120).Select(place => place % 4 is 0 or 3 ? 1f : 0f).ToArray());
        var single = new Examples<float>(60, inputs, Enumerable.Range(0, 60).Select(row => row % 2f).ToArray());
        float[] expected = Rows.All(labelled.SplitStratified(9, 0.5, 0.5)[0]).Inputs;
        Assert.Equal(expected, Rows.All(oneHot.SplitStratified(9, 0.5, 0.5)[0]).Inputs);
        Assert.Equal(expected, Rows.All(single.SplitStratified(9, 0.5, 0.5)[0]).Inputs);
        var soft = new Examples<float>(2, new float[2], new[] { 0, 0.5f });
        Assert.Contains("The target of row 1 is 0.5; expected 0 or 1", Assert.Throws<InvalidDataException>(() => soft.SplitStratified(1, 0.5, 0.5)).Message);
        var tie = new Examples<float>(2, new float[2], new[] { 0, 1f, 1, 1 });
        Assert.Contains("The targets of row 1 have their largest number, 1, 2 times", Assert.Throws<InvalidDataException>(() => tie.SplitStratified(1, 0.5, 0.5)).Message);
    }

    [Fact]
    public void AViewReadsRowsInItsOwnOrderWithRepetitions()
    {
        int[] rows = [.. Enumerable.Range(0, 1000).Select(index => index * 7 % 13)];
        IExamples<float> view = Rows.Numbered(13).Select([.. rows]);
        Assert.Equal((1000, 1, 0), (view.Count, view.InputSize, view.TargetSize));
        Assert.Equal(rows.Select(row => (float)row), Rows.All(view).Inputs);
        Assert.Equal(rows.Select(row => row % 10), Rows.All(view).Labels);
        var targets = new Examples<float>(13, Rows.Random<float>(39), Rows.Random<float>(26));
        Assert.Equal(rows.SelectMany(row => Rows.All(targets).Targets.Skip(2 * row).Take(2)), Rows.All(targets.Select([.. rows])).Targets);
    }

    [Fact]
    public void AViewRefusesRowsThatAreNot()
    {
        Examples<float> examples = Rows.Numbered(13);
        Assert.Contains("rows[1] is 13; expected 0 to 12", Assert.Throws<ArgumentOutOfRangeException>(() => examples.Select([0, 13])).Message);
        Assert.Throws<ArgumentException>(() => examples.Select([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => examples.Select([5]).Read([1], new float[1], [], new int[1]));
    }

    [Fact]
    public void ReadingAViewAllocatesNothing()
    {
        IExamples<float> view = Rows.Numbered(1000).Select([.. Enumerable.Range(0, 1000).Reverse()]);
        int[] rows = [.. Enumerable.Range(0, 1000)];
        float[] inputs = new float[1000];
        int[] labels = new int[1000];
        Assert.Equal(0, Allocated.Bytes(() => view.Read(rows, inputs, [], labels)));
    }

    private static void AssertDisjointAndWhole(int count, IEnumerable<ImmutableArray<int>> parts) =>
        Assert.Equal(Enumerable.Range(0, count), parts.SelectMany(part => part).Order());
}
