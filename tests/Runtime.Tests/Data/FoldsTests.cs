using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Data;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

[Trait("Mathematics", "J2")]
public sealed class FoldsTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(7, 3)]
    [InlineData(10, 10)]
    [InlineData(101, 5)]
    [InlineData(1000, 7)]
    public void EveryRowIsJudgedOnceAndTrainedOnInAllOtherFoldsAndSizesDifferByOneAtMost(int count, int folds)
    {
        int[] classes = [.. Enumerable.Range(0, count).Select(row => row < count / 2 ? 5 : -5)];
        ImmutableArray<Fold>[] both = folds <= count / 2 ? [Folds.Rows(count, 3, folds), Folds.Stratified(classes, 3, folds)] : [Folds.Rows(count, 3, folds)];
        foreach (ImmutableArray<Fold> parts in both)
        {
            Assert.Equal(folds, parts.Length);
            Assert.Equal(Enumerable.Range(0, count), parts.SelectMany(fold => fold.Dev).Order());
            Assert.All(parts, fold => Assert.Equal(Enumerable.Range(0, count), fold.Train.Concat(fold.Dev).Order()));
            Assert.All(parts, fold => Assert.InRange(fold.Dev.Length, count / folds, (count + folds - 1) / folds));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    [InlineData(12)]
    public void StratifiedFoldsHaveNearlyAsManyRowsOfEveryClass(int folds)
    {
        // 12, 25, 40 and 133 rows of four classes, mixed.
        int[] classes = [.. Enumerable.Range(0, 210).OrderBy(row => row * 37 % 210).Select(row => row < 12 ? 7 : row < 37 ? -1 : row < 77 ? 1000 : 0)];
        for (ulong seed = 0; seed < 20; seed++)
        {
            ImmutableArray<Fold> parts = Folds.Stratified(classes, seed, folds);
            Assert.All(parts, fold => Assert.InRange(fold.Dev.Length, 210 / folds, (210 + folds - 1) / folds));
            foreach (IGrouping<int, int> rows in classes.GroupBy(each => each))
            {
                int all = rows.Count();
                Assert.All(parts, fold => Assert.InRange(fold.Dev.Count(row => classes[row] == rows.Key), all / folds, (all + folds - 1) / folds));
            }
        }
    }

    [Fact]
    public void TheSameSeedGivesTheSameFoldsOnEveryMachine()
    {
        // The order 9, 4, 0, 2, 8, 6, 5, 3, 7, 1 is dealt out; stratified, the rows of each class in that order.
        Assert.Equal([[9, 2, 5, 1], [4, 8, 3], [0, 6, 7]], Folds.Rows(10, 42, 3).Select(fold => fold.Dev.ToArray()));
        Assert.Equal([[4, 8, 3, 7], [0, 6, 1], [9, 2, 5]], Folds.Stratified([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 42, 3).Select(fold => fold.Dev.ToArray()));
        Assert.NotEqual(Folds.Rows(10, 42, 3)[0].Dev.AsSpan().ToArray(), Folds.Rows(10, 43, 3)[0].Dev.AsSpan().ToArray());
    }

    [Fact]
    public void EveryRowIsAsLikelyInEveryFoldAndPlace()
    {
        const int Trials = 6000;
        int[,] seen = new int[6, 6];
        for (ulong seed = 0; seed < Trials; seed++)
        {
            int place = 0;
            foreach (int row in Folds.Stratified([1, 1, 1, 1, 1, 1], seed, 3).SelectMany(fold => fold.Dev))
            {
                seen[row, place++]++;
            }
        }

        // Each count is binomial with σ = √(6000 · 1/6 · 5/6) = 28.9; one of 36 lies 5 σ off once in 48,000 runs, and the seeds are fixed.
        Assert.All(seen.Cast<int>(), count => Assert.InRange(count, 1000 - 145, 1000 + 145));
    }

    [Theory]
    [InlineData(10, 1, "folds is 1; expected 2 or more, and at most the 10 rows.")]
    [InlineData(10, -2, "folds is -2;")]
    [InlineData(10, 11, "folds is 11; expected 2 or more, and at most the 10 rows.")]
    [InlineData(0, 2, "at most the 0 rows.")]
    public void FoldsThatCannotBeAreRefused(int count, int folds, string message)
    {
        using HostileCulture hostile = new();
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Rows(count, 1, folds)).Message);
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Stratified(new int[count], 1, folds)).Message);
    }

    [Fact]
    public void AClassWithFewerRowsThanFoldsIsRefused()
    {
        using HostileCulture hostile = new();
        string message = Assert.Throws<ArgumentException>(() => Folds.Stratified([4, -3, 4, -3, 4, 9], 1, 3)).Message;
        Assert.Contains("Each of 3 folds needs a row of every class, but of rows class -3 has 2, class 9 has 1. Use fewer folds", message);
    }
}
