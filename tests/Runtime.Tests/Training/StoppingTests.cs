using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Training;

/// <summary>A training ends by the first rule that ends it, which its report names, resumed or not.</summary>
public sealed class StoppingTests
{
    // One weight, no bias: J = ½(w − 1)² from w = 0. Steps of ½ halve the gradient: −1, −½, −¼, …; J is ½, ⅛, 1/32, …
    private static readonly NetworkDescription line = Chain(1, Loss.HalfSquaredError, Dense(1, bias: false, initializer: Initializer.Zeros));

    [Theory]
    [InlineData(0.25, 3)]
    [InlineData(0.24, 4)]
    [InlineData(1, 1)]
    [Trait("Mathematics", "F7")]
    public void ASmallGradientEndsATraining(double norm, int epochs)
    {
        EpochReport[] reports = Run(new GradientTolerance<double>(norm));
        Assert.Equal(epochs, reports.Length);
        Assert.All(reports[..^1], report => Assert.Null(report.StoppedBy));
        Assert.Equal(FormattableString.Invariant($"gradient norm {norm}"), reports[^1].StoppedBy);
        Assert.EndsWith(FormattableString.Invariant($"  stopped by gradient norm {norm}"), reports[^1].ToString());
    }

    [Fact]
    [Trait("Mathematics", "F7")]
    public void TheGradientOfEveryStepOfTheEpochCountsAndIsNotYetClipped()
    {
        // Batches of one row: targets 1 and 0 have gradients w − 1 and w, one of which is never small, though the last may be.
        var trainer = new Trainer<double>(new ReferenceNetwork<double>(line, 1), new Examples<double>(2, (double[])[1, 1], (double[])[1, 0]), new Sgd<double>(0.5), batchSize: 1)
        {
            Order = (_, _) => { },
            Clipping = new ValueClipping<double>(0.1),
            Stopping = [new GradientTolerance<double>(0.4)],
        };
        Assert.Equal(50, trainer.Run(50).Count());
        Assert.Null(trainer.StoppedBy);
    }

    [Theory]
    [InlineData(0.375, 1, 2)]
    [InlineData(0.1, 1, 3)]
    [InlineData(0.1, 3, 5)]
    [Trait("Mathematics", "F7")]
    public void ALossThatHardlyChangesEndsATraining(double change, int inARow, int epochs)
    {
        // The losses fall by ⅜, 3/32, 3/128, …
        EpochReport[] reports = Run(new LossTolerance<double>(change, inARow));
        Assert.Equal(epochs, reports.Length);
        Assert.Equal(FormattableString.Invariant($"loss change {change}, {inARow} in a row"), reports[^1].StoppedBy);
    }

    [Fact]
    [Trait("Mathematics", "F7")]
    public void AChangeBetweenOthersBeginsTheCountAgain()
    {
        // The rate is 0 in epochs 0, 1, 3, 4 and 5: the loss changes after epoch 2 alone.
        Trainer<double> trainer = Make([new LossTolerance<double>(0, epochs: 3)], schedule: epoch => epoch == 2 ? 0.5 : 0);
        Assert.Equal(7, trainer.Run(50).Count());
    }

    [Fact]
    [Trait("Mathematics", "F7")]
    public void TheEpochsAskedForEndATrainingThatNoRuleEnds()
    {
        Trainer<double> trainer = Make([new GradientTolerance<double>(0), new LossTolerance<double>(0)]);
        Assert.Equal(5, trainer.Run(5).Count());
        Assert.Null(trainer.StoppedBy);
    }

    [Fact]
    public void ARuleServesOneTraining()
    {
        var rule = new LossTolerance<double>(0.01);
        _ = Make([rule]).Run(50).Last();

        string message = Assert.Throws<InvalidOperationException>(() => Make([rule]).Run(50).Last()).Message;
        Assert.StartsWith("The stopping rule 'loss change 0.01, 1 in a row' has served another training", message);
    }

    [Fact]
    [Trait("Mathematics", "F7")]
    public void OfSeveralRulesTheFirstThatEndsTheTrainingIsNamed()
    {
        var metric = new Metric<double>("dev", network => network.Parameters[0], LargerIsBetter: false);
        Stopping<double> early = new EarlyStopping<double>(metric, patience: 2), gradient = new GradientTolerance<double>(0.1), loss = new LossTolerance<double>(0.01);

        // After 4 epochs the metric has not improved for 3; the gradient is ⅛ then, the loss has fallen by 3/128.
        Trainer<double> trainer = Make([gradient, early, loss]);
        Assert.Equal("dev, patience 2", trainer.Run(50).Last().StoppedBy);
        Assert.Same(early, trainer.StoppedBy);
        Assert.Equal(4, trainer.Epoch);

        // Early stopping alone puts the best back, which was after the first epoch.
        Assert.Equal([0.5], trainer.Network.Parameters.ToArray());
        Assert.Empty(trainer.Run(50));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public void AResumedTrainingEndsByTheSameRuleInTheSameEpoch(int epochs)
    {
        string folder = Directory.CreateTempSubdirectory("netgen").FullName;
        try
        {
            string path = Path.Combine(folder, "training.safetensors");
            Trainer<double> whole = Make(Rules()), first = Make(Rules()), second = Make(Rules());
            EpochReport last = whole.Run(50).Last();
            Assert.Equal((5, "loss change 0.1, 3 in a row"), (last.Epoch, last.StoppedBy));

            Assert.Equal(epochs, first.Run(epochs).Count());
            first.Save(path);
            second.Resume(path);
            Assert.Equal(5 - epochs, second.Run(50).Count());
            Assert.Same(second.Stopping[2], second.StoppedBy);
            Assert.Equal(whole.Stopping.SelectMany(rule => rule.Numbers), second.Stopping.SelectMany(rule => rule.Numbers));
            Assert.Equal(whole.Network.Parameters.ToArray(), second.Network.Parameters.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static ImmutableArray<Stopping<double>> Rules() =>
            [new GradientTolerance<double>(0.01), new EarlyStopping<double>(new Metric<double>("dev", network => network.Parameters[0], LargerIsBetter: true), patience: 1), new LossTolerance<double>(0.1, epochs: 3)];
    }

    [Fact]
    public void AMetricThatThrowsCountsNoEpochTwice()
    {
        // The gradient of the epoch is known when the metric throws, and its loss must not be compared with itself.
        int judged = 0;
        var failing = new Metric<double>("dev", network => ++judged == 2 ? throw new NotSupportedException() : network.Parameters[0], LargerIsBetter: true);
        Trainer<double> trainer = Make([new LossTolerance<double>(0.1), new GradientTolerance<double>(0.26), new EarlyStopping<double>(failing, patience: 9)]);
        Assert.Throws<NotSupportedException>(() => trainer.Run(50).Count());
        Assert.Equal("loss change 0.1, 1 in a row", trainer.Run(50).Last().StoppedBy);
        Assert.Equal(3, trainer.Epoch);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void TolerancesOutsideTheirRangeAreRefused(double tolerance)
    {
        Assert.Throws<ArgumentOutOfRangeException>("norm", () => new GradientTolerance<double>(tolerance));
        Assert.Throws<ArgumentOutOfRangeException>("change", () => new LossTolerance<double>(tolerance));
        Assert.Throws<ArgumentOutOfRangeException>("epochs", () => new LossTolerance<double>(1, 0));
    }

    private static EpochReport[] Run(Stopping<double> rule) => [.. Make([rule]).Run(50)];

    private static Trainer<double> Make(ImmutableArray<Stopping<double>> rules, Func<int, double>? schedule = null) =>
        new(new ReferenceNetwork<double>(line, 1), new Examples<double>(1, (double[])[1], (double[])[1]), new Sgd<double>(0.5)) { Stopping = rules, Schedule = schedule };
}
