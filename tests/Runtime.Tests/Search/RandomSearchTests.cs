using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Reference;
using NetGen.Runtime.Tests.Data;
using NetGen.Search;
using NetGen.Threading;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Search;

[Trait("Mathematics", "J5")]
public sealed class RandomSearchTests
{
    internal static readonly ImmutableArray<SearchRange> Ranges =
    [
        new LogarithmicRange("rate", 1e-4, 1), new NearOneRange("beta", 0.9, 0.999), new LinearRange("drop", 0, 0.5),
        new IntegerRange("units", 16, 256), new ChoiceRange("rule", ["Adam", "SGD", "momentum"]),
    ];

    [Fact]
    public void EveryTrialTriesANewValueOfEachAndPowersOfTenAreAsLikely()
    {
        const int Trials = 3000;
        ImmutableArray<Trial> trials = new RandomSearch(seed: 3, Ranges).Run(Trials, _ => 0).Trials;
        Assert.All(["rate", "beta", "drop"], name => Assert.Equal(Trials, trials.Select(trial => trial[name]).Distinct().Count()));

        // Each count is binomial; 5 σ.
        Near(Trials / 4.0, trials.Count(trial => trial["rate"] < 1e-3), 0.25);
        Near(Trials / 4.0, trials.Count(trial => trial["rate"] is > 0.1 and < 1), 0.25);
        Near(Trials / 2.0, trials.Count(trial => trial["beta"] > 0.99), 0.5);
        Near(Trials / 2.0, trials.Count(trial => trial["drop"] < 0.25), 0.5);
        Near(Trials / 3.0, trials.Count(trial => trial.Choice("rule") == "SGD"), 1 / 3.0);
        Near(Trials * 41 / 241.0, trials.Count(trial => trial.Whole("units") <= 56), 41 / 241.0);

        // What is drawn for one tells nothing of what is drawn for another.
        Near(Trials / 4.0, trials.Count(trial => trial["rate"] < 1e-2 && trial["drop"] < 0.25), 0.25);

        static void Near(double expected, int count, double share) =>
            Assert.InRange(count - expected, -5 * Math.Sqrt(Trials * share * (1 - share)), 5 * Math.Sqrt(Trials * share * (1 - share)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void TheResultIsTheSameWhateverTheNumberOfThreads(int threads)
    {
        string expected = new RandomSearch(seed: 1, Ranges).Run(30, Error).ToString();
        using var workers = new Workers(threads);
        var told = new Told<SearchProgress>();
        SearchResult result = new RandomSearch(seed: 1, Ranges) { Workers = workers, Progress = told }.Run(30, trial =>
        {
            Thread.SpinWait(trial.Number % 5 * 20_000); // later trials may end before earlier ones
            return Error(trial);
        });
        Assert.Equal(Enumerable.Range(0, 30), result.Trials.Select(trial => trial.Number));
        Assert.Equal(expected, result.ToString());
        Assert.Equal(Enumerable.Range(1, 30), told.Reports.Select(report => report.Done));
        Assert.All(told.Reports, report => Assert.Equal(30, report.Count));
        Assert.Equal(result.Best!.Number, told.Reports[^1].Best!.Number);
    }

    [Fact]
    public void TrialsRunAtTheSameTimeOnEachOfTheThreads()
    {
        using var workers = new Workers(3);
        using var all = new Barrier(3);
        new RandomSearch(seed: 1, Ranges) { Workers = workers }.Run(9, _ => all.SignalAndWait(TimeSpan.FromSeconds(60)) ? 0 : throw new TimeoutException("The trials run one after another."));
    }

    [Fact]
    public void MoreTrialsBeginWithThoseOfFewerAndAnotherSeedHasOthers()
    {
        string[] few = Texts(new RandomSearch(seed: 8, Ranges).Run(5, Error));
        Assert.Equal(few, Texts(new RandomSearch(seed: 8, Ranges).Run(20, Error))[..5]);
        Assert.Empty(few.Intersect(Texts(new RandomSearch(seed: 9, Ranges).Run(5, Error))));

        static string[] Texts(SearchResult result) => [.. result.Trials.Select(trial => trial.ToString())];
    }

    [Fact]
    public void ATrialWhoseLossOverflowsIsWorseThanAnyOther()
    {
        double[] errors = [double.PositiveInfinity, 3, double.NaN, 1, 1];
        SearchResult result = new RandomSearch(seed: 1, Ranges).Run(5, trial => double.IsNaN(errors[trial.Number]) ? throw new NotFiniteNumberException() : errors[trial.Number]);
        Assert.Equal(errors, result.Trials.Select(trial => trial.Error));
        Assert.Equal(3, result.Best!.Number);
        Assert.StartsWith("trial 3  error 1  rate ", result.ToString());
        Assert.Contains("trial 2  error NaN", result.ToString().Split('\n')[^1]);
        Assert.Null(new RandomSearch(seed: 1, Ranges).Run(3, _ => double.NaN).Best);
    }

    [Fact]
    public void TheBestTrialTrainsANetworkBest()
    {
        // A line is learned in 20 steps at some rates, hardly moved at small ones, and beyond bounds at large ones.
        double[] x = Rows.Random<double>(32);
        var examples = new Examples<double>(32, x, x.Select(each => 2 * each + 1).ToArray());
        using var workers = new Workers(2);
        SearchResult result = new RandomSearch(seed: 2, [new LogarithmicRange("rate", 1e-6, 1e6)]) { Workers = workers }.Run(24, trial =>
        {
            var network = new ReferenceNetwork<double>(Chain(1, Loss.MeanSquaredError, Dense(1)), seed: 1);
            return new Trainer<double>(network, examples, new Sgd<double>(trial["rate"]), batchSize: 32).Run(epochs: 200).Last().Loss;
        });
        Assert.Contains(result.Trials, trial => double.IsNaN(trial.Error));
        Assert.InRange(result.Best!["rate"], 1e-3, 2);
        Assert.InRange(result.Best!.Error, 0, 1e-2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AnExceptionEndsTheSearch(int threads)
    {
        using var workers = new Workers(threads);
        int begun = 0;
        var thrown = Assert.Throws<TimeoutException>(() => new RandomSearch(seed: 1, Ranges) { Workers = workers }.Run(1000, trial =>
        {
            Interlocked.Increment(ref begun);
            Thread.Sleep(trial.Number > 4 ? 10 : 0); // those on other threads take longer than an exception
            return trial.Number == 4 ? throw new TimeoutException("four") : 0;
        }));
        Assert.Equal("four", thrown.Message);
        Assert.InRange(begun, 5, 900);
    }

    [Fact]
    public void CancellationIsObeyedBetweenTrials()
    {
        using var source = new CancellationTokenSource();
        var begun = new List<int>();
        Assert.Throws<OperationCanceledException>(() => new RandomSearch(seed: 1, Ranges).Run(10, trial =>
        {
            begun.Add(trial.Number);
            if (trial.Number == 2)
            {
                source.Cancel();
            }

            return 0;
        }, source.Token));
        Assert.Equal([0, 1, 2], begun);
    }

    [Fact]
    public void HyperParametersAreAskedByNameAndKind()
    {
        using HostileCulture hostile = new();
        Trial trial = new RandomSearch(seed: 1, Ranges).Run(1, _ => -0.5).Trials[0];
        Assert.Equal(trial.Whole("units"), trial["units"]);
        Assert.Contains("No hyper-parameter is named 'Rate'; there are rate, beta, drop, units, rule.", Assert.Throws<ArgumentException>(() => trial["Rate"]).Message);
        Assert.Contains("'rule' is a choice; ask Choice for it.", Assert.Throws<ArgumentException>(() => trial["rule"]).Message);
        Assert.Contains("'rate' is no whole number; expected the name of an IntegerRange.", Assert.Throws<ArgumentException>(() => trial.Whole("rate")).Message);
        Assert.Contains("'units' is no choice; expected the name of a ChoiceRange.", Assert.Throws<ArgumentException>(() => trial.Choice("units")).Message);
        Assert.Matches(@"^trial 0  error -0\.5  rate 0\.\d+  beta 0\.9\d+  drop 0\.\d+  units \d+  rule \w+$", trial.ToString());
    }

    [Fact]
    public void SearchesThatAreNoneAreRefused()
    {
        Assert.Contains("There are no ranges", Assert.Throws<ArgumentException>(() => new RandomSearch(1, [])).Message);
        Assert.Contains("Two ranges are named 'rate'; expected each name once.", Assert.Throws<ArgumentException>(() => new RandomSearch(1, [Ranges[0], new LinearRange("rate", 0, 1)])).Message);
        Assert.Throws<ArgumentNullException>(() => new RandomSearch(1, [Ranges[0], null!]));
        Assert.Contains("trials is 0; expected 1 or more", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomSearch(1, Ranges).Run(0, _ => 0)).Message);
    }

    internal static double Error(Trial trial) => Math.Abs(Math.Log10(trial["rate"]) + 2) + trial["drop"];
}
