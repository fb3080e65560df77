using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Oracle;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Training;

/// <summary>The trainer on reference networks.</summary>
public sealed class TrainerTests
{
    private const int Rows = 23;

    private static readonly double[] inputs = [.. Enumerable.Range(0, 2 * Rows).Select(index => Math.Sin(index * (index + 1)))];
    private static readonly double[] targets = [.. inputs.Chunk(2).Select(x => x[0] * x[1])];

    private static NetworkDescription Curve => Chain(2, Loss.HalfSquaredError, Dense(6), Activate(Activation.Tanh), Dense(1));

    private static Examples<double> Examples => new(Rows, inputs, targets);

    [Fact]
    [Trait("Mathematics", "F1")]
    public void AnEpochTakesEveryRowOnceInAnOrderOfItsOwnAndKeepsTheShortBatch()
    {
        var seen = new RowRecording(Examples);
        Trainer<double> trainer = Make(examples: seen, batchSize: 5);

        Assert.Equal(3, trainer.Run(3).Count());

        int[][] epochs = [.. seen.Batches.SelectMany(rows => rows).Chunk(Rows)];
        Assert.Equal([5, 5, 5, 5, 3], seen.Batches.Take(5).Select(rows => rows.Length));
        Assert.All(epochs, rows => Assert.Equal(Enumerable.Range(0, Rows), rows.Order()));
        Assert.NotEqual(epochs[0], epochs[1]);
        Assert.NotEqual(epochs[1], epochs[2]);
        Assert.Equal(15, trainer.Step);
    }

    [Fact]
    [Trait("Mathematics", "F1")]
    public void TheShuffleIsFairAndBelongsToSeedAndEpoch()
    {
        int[,] counts = new int[5, 5];
        for (int epoch = 0; epoch < 5000; epoch++)
        {
            int[] rows = [0, 1, 2, 3, 4];
            RowOrders.Shuffled(7)(epoch, rows);
            for (int place = 0; place < 5; place++)
            {
                counts[place, rows[place]]++;
            }
        }

        // Binomial, n = 5000, p = 1/5: σ = 28; five σ on either side.
        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 1000 - 142, 1000 + 142));
        int[] once = [.. Enumerable.Range(0, 50)], again = [.. once], other = [.. once];
        RowOrders.Shuffled(7)(3, once);
        RowOrders.Shuffled(7)(3, again);
        RowOrders.Shuffled(8)(3, other);
        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    [Trait("Mathematics", "F1")]
    public void TheLossOfAnEpochIsTheMeanOverItsRows()
    {
        var recording = new CostRecording<double>(new ReferenceNetwork<double>(Curve, seed: 3));
        EpochReport report = Make(recording, batchSize: 10).Run(1).Single();

        Assert.Equal(((recording.Costs[0] + recording.Costs[1]) * 10 + recording.Costs[2] * 3) / Rows, report.Loss, 1e-15);
    }

    [Fact]
    public void ASummedLossIsAMeanOverRowsTooInTheReport()
    {
        var description = new NetworkDescription("Sum", [2], Curve.Layers, Loss.HalfSquaredError, Reduction.Sum);
        var recording = new CostRecording<double>(new ReferenceNetwork<double>(description, seed: 3));
        EpochReport report = Make(recording, new Sgd<double>(0), batchSize: 10).Run(1).Single();

        Assert.Equal(recording.Costs.Sum() / Rows, report.Loss, 1e-15);
    }

    [Fact]
    public void TheSameSeedsGiveTheSameBits()
    {
        Trainer<double> one = Make(), two = Make(), other = Make(new ReferenceNetwork<double>(Curve, seed: 4));

        Assert.Equal(one.Run(4).Select(Losses), two.Run(4).Select(Losses));
        Assert.Equal(one.Network.Parameters.ToArray(), two.Network.Parameters.ToArray());
        Assert.NotEqual(Losses(one.Run(5).Single()), Losses(other.Run(1).Single()));
    }

    [Fact]
    public void ATrainingThatIsCancelledCanRunOnAndEndsWithTheSameBits()
    {
        Trainer<double> whole = Make(batchSize: 4);
        double[] losses = [.. whole.Run(3).Select(Losses)];

        using var cancellation = new CancellationTokenSource();
        var recording = new RowRecording(Examples) { AfterBatch = batch => Cancel(batch == 8, cancellation) };
        Trainer<double> broken = Make(examples: recording, batchSize: 4);
        var resumed = new List<double>();
        Assert.Throws<OperationCanceledException>(() => resumed.AddRange(broken.Run(3, cancellation.Token).Select(Losses)));
        Assert.Equal((1, 8L, 8), (broken.Epoch, broken.Step, broken.Rows));
        resumed.AddRange(broken.Run(3).Select(Losses));

        Assert.Equal(losses, resumed);
        Assert.Equal(whole.Network.Parameters.ToArray(), broken.Network.Parameters.ToArray());
    }

    [Fact]
    public void TheGradientIsThatOfTheLastStep()
    {
        var network = new ReferenceNetwork<double>(Curve, seed: 3);
        var seen = new RowRecording(Examples);
        Trainer<double> trainer = Make(network, new Sgd<double>(0), seen, batchSize: 1);
        Assert.All(trainer.Gradient.ToArray(), slope => Assert.Equal(0, slope));

        _ = trainer.Run(1).Single();

        int last = seen.Batches[^1][0];
        double[] expected = new double[network.Layout.Length];
        network.Gradient(new Batch<double>(1, inputs.AsSpan(2 * last, 2), targets.AsSpan(last, 1), Rows - 1), expected, network.CreateWorkspace(1));
        Assert.Equal(expected, trainer.Gradient.ToArray());
    }

    [Fact]
    public void TheScheduleSetsTheRateOfEveryEpoch()
    {
        var sgd = new Sgd<double>(9);
        double[] rates = [.. Make(optimizer: sgd, schedule: epoch => 0.1 / (1 + epoch)).Run(3).Select(report => report.LearningRate)];

        Assert.Equal([0.1, 0.05, 0.1 / 3], rates);
    }

    [Fact]
    public void MetricsAreTakenAfterEveryEpoch()
    {
        int calls = 0;
        var calling = new Metric<double>("calls", _ => ++calls, LargerIsBetter: true);
        Trainer<double> trainer = Make(metrics: [calling, new Metric<double>("first", network => network.Parameters[0], LargerIsBetter: true)]);

        foreach (EpochReport report in trainer.Run(3))
        {
            Assert.Equal(report.Epoch, report["calls"]);
            Assert.Equal(trainer.Network.Parameters[0], report["first"]);
            Assert.StartsWith(FormattableString.Invariant($"epoch {report.Epoch}  loss {report.Loss:F4}  calls {report.Epoch:F4}  first "), report.ToString());
            Assert.Contains("there are calls, first", Assert.Throws<ArgumentException>(() => report["accuracy"]).Message);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Mathematics", "H5")]
    public void TrainingStopsAfterMoreThanKEpochsWithoutImprovementAndPutsTheBestBack(bool largerIsBetter)
    {
        double[] figures = [5, 3, 4, 3, 2, 2, 3, 9, 1];
        int epoch = 0;
        var parameters = new List<double[]>();
        var metric = new Metric<double>(
            "dev",
            network =>
            {
                parameters.Add(network.Parameters.ToArray());
                return largerIsBetter ? -figures[epoch++] : figures[epoch++];
            },
            largerIsBetter);
        var stopping = new EarlyStopping<double>(metric, patience: 2);
        Trainer<double> trainer = Make(stopping: stopping);

        // 3 is followed by two epochs that are no better, the first 2 by three.
        Assert.Throws<InvalidOperationException>(() => stopping.CopyBestTo(trainer.Network));
        Assert.Equal(4, trainer.Run(4).Count());
        var best = new ReferenceNetwork<double>(Curve, seed: 9);
        stopping.CopyBestTo(best);
        Assert.Equal(parameters[1], best.Parameters.ToArray());
        Assert.Equal(parameters[3], trainer.Network.Parameters.ToArray());
        Assert.Equal(2, stopping.BestEpoch);
        Assert.Null(trainer.StoppedBy);
        Assert.Equal(4, trainer.Run(100).Count());
        Assert.Same(stopping, trainer.StoppedBy);
        Assert.Equal((5, 2.0), (stopping.BestEpoch, Math.Abs(stopping.BestValue)));
        Assert.Equal(parameters[4], trainer.Network.Parameters.ToArray());
        Assert.Empty(trainer.Run(100));
    }

    [Fact]
    [Trait("Mathematics", "H5")]
    public void AMetricThatIsNeverANumberEndsTheTrainingAndLosesNothing()
    {
        var stopping = new EarlyStopping<double>(new Metric<double>("dev", _ => double.NaN, LargerIsBetter: true), patience: 1);
        Trainer<double> trainer = Make(stopping: stopping);

        Assert.StartsWith("No epoch has given a dev yet;", Assert.Throws<InvalidOperationException>(() => stopping.CopyBestTo(trainer.Network)).Message);
        Assert.Equal(2, trainer.Run(100).Count());
        Assert.All(trainer.Network.Parameters.ToArray(), value => Assert.True(double.IsFinite(value)));
        Assert.StartsWith("The dev was NaN in every epoch,", Assert.Throws<InvalidOperationException>(() => stopping.CopyBestTo(trainer.Network)).Message);
    }

    [Fact]
    public void AReportReadsWellWhateverItsNumbers() => Assert.Equal(
        "epoch 2  loss 1.234E-05  error 0.5000  most 1.795E+308  none NaN",
        new EpochReport(2, 1.23449e-5, 0.1, [("error", 0.5), ("most", 1.7949e308), ("none", double.NaN)], TimeSpan.Zero).ToString());

    [Fact]
    public void ProgressIsToldAtTheEndOfEveryEpochAtLeast()
    {
        var told = new Telling();
        Trainer<double> trainer = Make(progress: told, batchSize: 10);
        double[] losses = [.. trainer.Run(2).Select(Losses)];

        TrainingProgress[] ends = [.. told.Reports.Where(report => report.Rows == Rows)];
        Assert.Equal([1, 2], ends.Select(report => report.Epoch));
        Assert.Equal(losses, ends.Select(report => report.Loss));
        Assert.Equal([0.5, 1], ends.Select(report => report.Share));
        Assert.All(ends, report => Assert.True(report.RowsPerSecond > 0 && report.Epochs == 2 && report.RowsPerEpoch == Rows));
        Assert.Equal(TimeSpan.Zero, ends[1].TimeLeft);
        Assert.True(ends[0].TimeLeft > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(true, double.NaN, "The input of row 7, column 1 is NaN; expected a finite number.")]
    [InlineData(true, double.PositiveInfinity, "The input of row 7, column 1 is Infinity; expected a finite number.")]
    [InlineData(false, double.NegativeInfinity, "The target of row 7, column 0 is -Infinity; expected a finite number.")]
    public void ANumberThatIsNoneIsNamedAndHarmsNothing(bool input, double wrong, string expected)
    {
        double[] x = [.. inputs], y = [.. targets];
        (input ? ref x[15] : ref y[7]) = wrong;
        Trainer<double> trainer = Make(examples: new Examples<double>(Rows, x, y), batchSize: Rows);
        double[] before = [.. trainer.Network.Parameters];

        Assert.Equal(expected, Assert.Throws<System.IO.InvalidDataException>(() => trainer.Run(1).Count()).Message);
        Assert.Equal(before, trainer.Network.Parameters);
    }

    [Fact]
    public void ARowOfASelectionIsNamedAsInTheExamplesThatItIsFrom()
    {
        double[] x = [.. inputs];
        x[15] = double.NaN;
        var all = new Examples<double>(Rows, x, targets);
        IExamples<double> some = all.Select([3, 9, 7]).Select([2, 0]);
        const string Expected = "The input of row 7, column 1 is NaN; expected a finite number.";

        Assert.Equal(Expected, Assert.Throws<System.IO.InvalidDataException>(() => Make(examples: some).Run(1).Count()).Message);
        Assert.Equal(Expected, Assert.Throws<System.IO.InvalidDataException>(() => ExamplesCheck.Check(some, Curve)).Message);
        Assert.Equal(Expected, Assert.Throws<System.IO.InvalidDataException>(() => Standardization.Fit(some)).Message);
    }

    [Fact]
    public void ATargetThatIsNoProbabilityIsNamedByItsRow()
    {
        NetworkDescription binary = Chain(2, Loss.BinaryCrossEntropy, Dense(1), Activate(Activation.Sigmoid));
        double[] classes = new double[Rows];
        classes[13] = 2;
        Trainer<double> trainer = Make(new ReferenceNetwork<double>(binary, seed: 1), examples: new Examples<double>(Rows, inputs, classes));

        Assert.Equal("The target of row 13, column 0 is 2; expected a probability from 0 to 1.", Assert.Throws<System.IO.InvalidDataException>(() => trainer.Run(1).Count()).Message);
    }

    [Theory]
    [InlineData(1e25f)]
    [InlineData(1e38f)]
    public void AGradientThatNoSquareHoldsHarmsNothing(float input)
    {
        float[] x = [.. inputs.Select(value => (float)value)];
        x[15] = input;
        var network = new ReferenceNetwork<float>(Chain(2, Loss.AbsoluteError, Dense(1)), seed: 1);
        float[] before = [.. network.Parameters];
        var adam = new Adam<float>(network.Layout.Length);
        var trainer = new Trainer<float>(network, new Examples<float>(Rows, x, new float[Rows]), adam, batchSize: Rows);

        Assert.Contains("The gradient of epoch 1, step 0 has ", Assert.Throws<NotFiniteNumberException>(() => trainer.Run(1).Count()).Message);
        Assert.Equal(before, network.Parameters);
        Assert.All(adam.State, state => Assert.All(state.Values.Span.ToArray(), value => Assert.Equal(0, value)));

        // Clipped, it is one to take.
        new Trainer<float>(network, new Examples<float>(Rows, x, new float[Rows]), adam, batchSize: Rows) { Clipping = new NormClipping<float>(1) }.Run(3).Count();
        Assert.All(network.Parameters.ToArray(), value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void ALabelThatIsNoClassIsNamedByItsRow(int label)
    {
        NetworkDescription classes = Chain(2, Loss.CrossEntropy, Dense(3), Activate(Activation.Softmax));
        int[] labels = new int[Rows];
        labels[13] = label;
        Trainer<double> trainer = Make(new ReferenceNetwork<double>(classes, seed: 1), examples: new Examples<double>(inputs, labels));

        Assert.Contains($"The label of row 13 is {label}; expected 0 to 2.", Assert.Throws<System.IO.InvalidDataException>(() => trainer.Run(1).Count()).Message);
    }

    [Fact]
    public void ASymbolThatIsNoneIsNamedByItsRow()
    {
        var spelling = new NetworkDescription("Net", [2], [new EmbeddingDescription("E", [0], 5, 1)], Loss.HalfSquaredError);
        double[] symbols = new double[2 * Rows];
        symbols[2 * 13 + 1] = 5;
        var examples = new Examples<double>(Rows, symbols, new double[2 * Rows]);
        Trainer<double> trainer = Make(new ReferenceNetwork<double>(spelling, seed: 1), examples: examples);
        const string Expected = "Element 1 of row 13 is 5, but E reads a whole number there, from 0 to 4.";

        Assert.Equal(Expected, Assert.Throws<System.IO.InvalidDataException>(() => trainer.Run(1).Count()).Message);
        Assert.Equal(Expected, Assert.Throws<System.IO.InvalidDataException>(() => Evaluate.Regression(trainer.Network, examples, batch: 5)).Message);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(11, false)]
    [InlineData(22, false)]
    [InlineData(10, true)]
    [InlineData(1000, true)]
    public void ASingleRowLeftOverIsRefusedWhereVectorsAreNormalizedOverRows(int batch, bool isRight)
    {
        var network = new ReferenceNetwork<double>(
            new NetworkDescription("Net", [2], [new BatchNormDescription("N", [0]), new DenseDescription("D", [1], 1)], Loss.HalfSquaredError), seed: 1);
        if (isRight)
        {
            Make(network, batchSize: batch).Run(1).Count();
            return;
        }

        Assert.StartsWith(
            "N normalizes each of 2 elements over the rows of a batch; expected more than 1 row for training, for 1 value has no variance. Choose a batch size that leaves no single row over",
            Assert.Throws<ArgumentException>("batch", () => Make(network, batchSize: batch)).Message);
    }

    [Fact]
    public void ARefusedStepMovesNoRunningAverage()
    {
        var network = new ReferenceNetwork<double>(
            new NetworkDescription("Net", [2], [new BatchNormDescription("N", [0]), new DenseDescription("D", [1], 1)], Loss.HalfSquaredError), seed: 1);
        double[] x = [.. inputs];
        x[15] = 1e200;
        double[] before = [.. network.Statistics];

        Assert.Throws<NotFiniteNumberException>(() => Make(network, examples: new Examples<double>(Rows, x, targets), batchSize: Rows).Run(1).Count());
        Assert.Equal(before, network.Statistics);
        Make(network, batchSize: 10).Run(1).Count();
        Assert.All(network.Statistics.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void NaNBehindALengthIsNamedByItsRow()
    {
        var network = new NetworkDescription(
            "Net", [4], [new InputDescription("n", [0], [1], 0), new InputDescription("s", [0], [3, 1], 1), new GRUDescription("G", [2, 1], 1, Lengths: true)], Loss.HalfSquaredError);
        double[] rows = [.. Enumerable.Repeat((double[])[1, 0.5, 0.5, 0.5], Rows).SelectMany(row => row)];
        rows[4 * 13 + 3] = double.NaN;
        Trainer<double> trainer = Make(new ReferenceNetwork<double>(network, seed: 1), examples: new Examples<double>(Rows, rows, new double[Rows]));

        Assert.Contains("The input of row 13, column 3 is NaN", Assert.Throws<System.IO.InvalidDataException>(() => trainer.Run(1).Count()).Message);
    }

    [Fact]
    public void ATrainingThatDivergesSaysSo()
    {
        Trainer<double> trainer = Make(new ReferenceNetwork<double>(Chain(2, Loss.HalfSquaredError, Dense(1)), seed: 1), new Sgd<double>(1e200));

        Assert.Contains("Lower the learning rate", Assert.Throws<NotFiniteNumberException>(() => trainer.Run(100).Count()).Message);
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var curve = new ReferenceNetwork<double>(Curve, seed: 1);
        var without = new ReferenceNetwork<double>(Chain(2, null, Dense(1)), seed: 1);

        Refused("declares no loss", () => new Trainer<double>(without, Examples, new Sgd<double>(1)));
        Refused("23 numbers are no whole rows of 2 examples", () => new Examples<double>(2, new double[23], new double[2]));
        Refused("have 3 inputs a row; Chain takes 2", () => new Trainer<double>(curve, new Examples<double>(2, new double[6], new double[2]), new Sgd<double>(1)));
        Refused("have 2 targets a row; Chain gives 1", () => new Trainer<double>(curve, new Examples<double>(2, new double[4], new double[4]), new Sgd<double>(1)));
        Refused("have labels, which only cross-entropy takes", () => new Trainer<double>(curve, new Examples<double>(new double[4], new int[2]), new Sgd<double>(1)));
        Refused("made for 5 numbers (first)", () => new Trainer<double>(curve, Examples, new Adam<double>(5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<double>(curve, Examples, new Sgd<double>(1), batchSize: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Make().Run(-1); });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping<double>(new Metric<double>("dev", _ => 0, LargerIsBetter: true), -1));

        static void Refused(string expected, Func<object> make) => Assert.Contains(expected, Assert.Throws<ArgumentException>(make).Message);
    }

    [Fact]
    public void ListsThatAreNoneAndWhatIsNullInThemAreNamed()
    {
        var curve = new ReferenceNetwork<double>(Curve, seed: 1);
        var metric = new Metric<double>("first", network => network.Parameters[0], LargerIsBetter: true);

        Refused("Metrics", "Metrics is default, which is no list; expected [] for none.", () => new Trainer<double>(curve, Examples, new Sgd<double>(1)) { Metrics = default });
        Refused("Metrics", "Metrics[1] is null;", () => new Trainer<double>(curve, Examples, new Sgd<double>(1)) { Metrics = [metric, null!] });
        Refused("Stopping", "Stopping is default, which is no list; expected [] for none.", () => new Trainer<double>(curve, Examples, new Sgd<double>(1)) { Stopping = default });
        Refused("Stopping", "Stopping[0] is null;", () => new Trainer<double>(curve, Examples, new Sgd<double>(1)) { Stopping = [null!] });
        Assert.Throws<ArgumentNullException>("Order", () => new Trainer<double>(curve, Examples, new Sgd<double>(1)) { Order = null! });

        static void Refused(string name, string expected, Func<object> make) => Assert.StartsWith(expected, Assert.Throws<ArgumentException>(name, make).Message);
    }

    private static double Losses(EpochReport report) => report.Loss;

    private static void Cancel(bool now, CancellationTokenSource cancellation)
    {
        if (now)
        {
            cancellation.Cancel();
        }
    }

    private static Trainer<double> Make(
        INetwork<double>? network = null, IOptimizer<double>? optimizer = null, IExamples<double>? examples = null, int batchSize = 6,
        Func<int, double>? schedule = null, EarlyStopping<double>? stopping = null, IProgress<TrainingProgress>? progress = null, params Metric<double>[] metrics)
    {
        network ??= new ReferenceNetwork<double>(Curve, seed: 3);
        return new Trainer<double>(network, examples ?? Examples, optimizer ?? new Adam<double>(network.Layout.Length, 0.01), batchSize)
        {
            Schedule = schedule,
            Stopping = stopping is null ? [] : [stopping],
            Progress = progress,
            Metrics = [.. metrics],
        };
    }

    private sealed class Telling : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value) => Reports.Add(value);
    }

    /// <summary>Examples that note which rows were asked for.</summary>
    private sealed class RowRecording(IExamples<double> inner) : IExamples<double>
    {
        public List<int[]> Batches { get; } = [];

        public Action<int>? AfterBatch { get; init; }

        public int Count => inner.Count;

        public int InputSize => inner.InputSize;

        public int TargetSize => inner.TargetSize;

        public void Read(ReadOnlySpan<int> rows, Span<double> inputs, Span<double> targets, Span<int> labels)
        {
            inner.Read(rows, inputs, targets, labels);
            Batches.Add(rows.ToArray());
            AfterBatch?.Invoke(Batches.Count);
        }
    }
}
