using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading;
using NetGen.Data;
using NetGen.Files;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Training;

/// <summary>A training that is saved and resumed ends with the bits of one that never stopped.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Rows = 23;

    private readonly string folder = Directory.CreateTempSubdirectory("netgen").FullName;

    private string Saved => Path.Combine(folder, "training.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    [Trait("Mathematics", "F2")]
    [Trait("Mathematics", "F3")]
    [Trait("Mathematics", "F4")]
    [Trait("Mathematics", "F9")]
    public void AResumedTrainingEndsWithTheSameBits(string rule)
    {
        Same<float>(rule);
        Same<double>(rule);
    }

    [Fact]
    public void ATrainingInDoublesDoesNotGoOnInFloats()
    {
        Make<double>("Adam").Save(Saved);

        Assert.Contains("its numbers are F64, here they are F32", Assert.Throws<InvalidDataException>(() => Make<float>("Adam").Resume(Saved)).Message);
    }

    [Fact]
    public void ATrainingCancelledWithinAnEpochIsResumedThere()
    {
        Trainer<double> whole = Make<double>("Adam");
        double[] losses = [.. whole.Run(4).Select(report => report.Loss)];

        using var cancellation = new CancellationTokenSource();
        int reads = 0;
        Trainer<double> broken = Make<double>("Adam", afterRead: () => Cancel(++reads == 10, cancellation));
        Assert.Throws<OperationCanceledException>(() => broken.Run(4, cancellation.Token).Count());
        Assert.InRange(broken.Rows, 1, Rows - 1);
        broken.Save(Saved);

        Trainer<double> resumed = Make<double>("Adam");
        resumed.Resume(Saved);
        Assert.Equal((broken.Epoch, broken.Rows, broken.Step), (resumed.Epoch, resumed.Rows, resumed.Step));
        Assert.Equal(losses[resumed.Epoch..], resumed.Run(4).Select(report => report.Loss));
        Assert.Equal(whole.Network.Parameters.ToArray(), resumed.Network.Parameters.ToArray());
        Assert.Equal(whole.Network.Statistics.ToArray(), resumed.Network.Statistics.ToArray());
    }

    [Theory]
    [Trait("Mathematics", "H6")]
    [InlineData(8)]
    [InlineData(10)]
    public void ATrainingOnAugmentedImagesEndsWithTheSameBitsToo(int lastRead)
    {
        // Four batches an epoch: after eight reads it is interrupted between epochs, after ten within one.
        (Trainer<float> whole, Trainer<float> plain, Trainer<float> resumed) = (Augmented(null), Augmented(null, augment: false), Augmented(null));
        double[] losses = [.. whole.Run(4).Select(report => report.Loss)];
        Assert.NotEqual(losses, plain.Run(4).Select(report => report.Loss));

        using var cancellation = new CancellationTokenSource();
        int reads = 0;
        Trainer<float> broken = Augmented(() => Cancel(++reads == lastRead, cancellation));
        Assert.Throws<OperationCanceledException>(() => broken.Run(4, cancellation.Token).Count());
        Assert.Equal((2, lastRead == 8 ? 0 : 12), (broken.Epoch, broken.Rows));
        broken.Save(Saved);
        resumed.Resume(Saved);
        Assert.Equal(losses[2..], resumed.Run(4).Select(report => report.Loss));
        Assert.Equal(whole.Network.Parameters.ToArray(), resumed.Network.Parameters.ToArray());

        static Trainer<float> Augmented(Action? afterRead, bool augment = true)
        {
            NetworkDescription description = Chain(24, Loss.HalfSquaredError, Dense(5), Activate(Activation.Tanh), Dense(1));
            IExamples<float> examples = new Examples<float>(
                Rows, Enumerable.Range(0, 24 * Rows).Select(index => MathF.Sin(index)).ToArray(), Enumerable.Range(0, Rows).Select(row => MathF.Cos(row)).ToArray());
            examples = augment ? examples.Augmented([2, 4, 3], 9, new HorizontalFlip(), new RandomCrop(1), new Rotation(15), new ElasticDistortion(4, 1)) : examples;
            var network = new ReferenceNetwork<float>(description, seed: 3);
            return new Trainer<float>(network, new Interrupted<float>(examples, afterRead), new Adam<float>(network.Layout.Length, 0.02), batchSize: 6);
        }
    }

    [Fact]
    [Trait("Mathematics", "H5")]
    public void EarlyStoppingGoesOnWhereItWas()
    {
        Trainer<double> whole = Make<double>("Sgd", stopping: true), first = Make<double>("Sgd", stopping: true), second = Make<double>("Sgd", stopping: true);
        int epochs = whole.Run(200).Count();
        Assert.True(whole.StoppedBy is not null && epochs is > 3 and < 200, $"{epochs} epochs");

        Assert.Equal(epochs - 1, first.Run(epochs - 1).Count());
        first.Save(Saved);
        second.Resume(Saved);
        Assert.Equal(first.Stopping[0].Numbers.ToArray(), second.Stopping[0].Numbers.ToArray());
        Assert.Single(second.Run(200));
        Assert.Same(second.Stopping[0], second.StoppedBy);
        Assert.Equal(whole.Network.Parameters.ToArray(), second.Network.Parameters.ToArray());
        Assert.Equal(whole.Network.Statistics.ToArray(), second.Network.Statistics.ToArray());

        second.Save(Saved);
        Trainer<double> third = Make<double>("Sgd", stopping: true);
        third.Resume(Saved);
        Assert.Empty(third.Run(200));
    }

    [Fact]
    public void AMetricThatThrowsIsAskedAgainAndLosesNoEpoch()
    {
        Trainer<double> whole = Make<double>("Adam"), broken = Make<double>("Adam", failing: 2), resumed = Make<double>("Adam");
        double[] losses = [.. whole.Run(4).Select(report => report.Loss)];
        var seen = new List<double>();
        Assert.Throws<NotSupportedException>(void () => seen.AddRange(broken.Run(4).Select(report => report.Loss)));
        Assert.Equal((1, Rows), (broken.Epoch, broken.Rows));
        broken.Save(Saved);
        seen.AddRange(broken.Run(4).Select(report => report.Loss));
        Assert.Equal(losses, seen);

        resumed.Resume(Saved);
        Assert.Equal(losses[1..], resumed.Run(4).Select(report => report.Loss));
        Assert.Equal(whole.Network.Parameters.ToArray(), resumed.Network.Parameters.ToArray());
        Assert.Equal(whole.Network.Statistics.ToArray(), resumed.Network.Statistics.ToArray());
    }

    [Fact]
    public void AnOrderThatThrowsIsAskedAgain()
    {
        int calls = 0;
        Trainer<double> whole = Make<double>("Adam"), broken = Make<double>("Adam", order: (epoch, rows) =>
        {
            rows.Reverse();
            if (++calls == 2)
            {
                throw new NotSupportedException();
            }

            rows.Reverse();
            RowOrders.Shuffled(3)(epoch, rows);
        });
        double[] losses = [.. whole.Run(3).Select(report => report.Loss)];
        Assert.Throws<NotSupportedException>(() => broken.Run(3).Count());
        broken.Save(Saved);
        Trainer<double> resumed = Make<double>("Adam");
        resumed.Resume(Saved);
        Assert.Equal(losses[1..], resumed.Run(3).Select(report => report.Loss));
    }

    [Fact]
    public void ACheckpointIsAWeightsFileToo()
    {
        Trainer<float> trainer = Make<float>("Adam");
        Assert.Equal(2, trainer.Run(2).Count());
        trainer.Save(Saved);

        var network = new ReferenceNetwork<float>(trainer.Network.Description, seed: 99);
        network.Load(Saved);
        Assert.Equal(trainer.Network.Parameters.ToArray(), network.Parameters.ToArray());
        Assert.Equal(trainer.Network.Statistics.ToArray(), network.Statistics.ToArray());
    }

    [Fact]
    public void AnotherTrainingsFileIsRefusedWithEveryDifference()
    {
        Trainer<double> saved = Make<double>("Adam");
        Assert.Equal(2, saved.Run(2).Count());
        saved.Save(Saved);

        Trainer<double> other = Make<double>("Sgd", seed: 8, batchSize: 4);
        double[] before = other.Network.Parameters.ToArray();
        string message = Assert.Throws<InvalidDataException>(() => other.Resume(Saved)).Message;
        Assert.Contains("training.rule is 'Adam, β₁ 0.9, β₂ 0.999, ε 1E-08' in the file, 'gradient descent' here", message);
        Assert.Contains("training.batch is '6' in the file, '4' here", message);
        Assert.Contains("training.seed is '3' in the file, '8' here", message);
        Assert.Contains("training.order is '", message);
        Assert.Equal(before, other.Network.Parameters.ToArray());
        Assert.Equal((0, 0L), (other.Epoch, other.Step));
    }

    [Fact]
    public void WeightsAloneAreNoTraining()
    {
        Trainer<double> trainer = Make<double>("Adam");
        trainer.Network.Save(Saved);

        Assert.Contains("holds no training", Assert.Throws<InvalidDataException>(() => trainer.Resume(Saved)).Message);
    }

    [Theory]
    [InlineData("training.epoch", "-1")]
    [InlineData("training.rows", "24")]
    [InlineData("training.step", "many")]
    [InlineData("training.loss", "NaN")]
    [InlineData("training.rate", "Infinity")]
    [InlineData("training.rate", "-1")]
    [InlineData("training.steps", "99999999999999999999")]
    [InlineData("training.steps", "9007199254740993")]
    [InlineData("training.rows", "5")]
    [InlineData("training.stopping1", "7 0.5")]
    [InlineData("training.stopping1", "0.5 0.5")]
    [InlineData("training.stopping1", "-1 0.5")]
    [InlineData("training.stopping1", "0")]
    [InlineData("training.stopping1", "0 best")]
    [InlineData("training.stopping", "dev, patience 4")]
    [InlineData("training.stopped", "2")]
    [InlineData("training.clipping", "norm 1")]
    public void ANumberThatIsNoneIsNamed(string key, string value)
    {
        Trainer<double> trainer = Make<double>("Sgd", stopping: true);
        trainer.Save(Saved);
        var writer = new TensorFileWriter();
        TensorFile file = TensorFile.Read(Saved);
        foreach (TensorEntry entry in file.Tensors)
        {
            double[] values = new double[entry.Shape.Aggregate(1, (product, size) => product * size)];
            file.CopyTo<double>(entry.Name, values);
            writer.Add<double>(entry.Name, entry.Shape, values);
        }

        foreach ((string name, string text) in file.Metadata)
        {
            writer.Note(name, name == key ? value : text);
        }

        writer.Save(Saved);
        double[] before = trainer.Network.Parameters.ToArray();
        Assert.Contains(key, Assert.Throws<InvalidDataException>(() => trainer.Resume(Saved)).Message);
        Assert.Equal((0, 0, 0L), (trainer.Epoch, trainer.Rows, trainer.Optimizer.Steps));
        Assert.Equal(before, trainer.Network.Parameters.ToArray());
    }

    private void Same<T>(string rule)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Trainer<T> whole = Make<T>(rule), first = Make<T>(rule), second = Make<T>(rule);
        double[] losses = [.. whole.Run(6).Select(report => report.Loss)];

        Assert.Equal(3, first.Run(3).Count());
        first.Save(Saved);
        second.Resume(Saved);
        Assert.Equal(losses[3..], second.Run(6).Select(report => report.Loss));
        Assert.Equal(whole.Network.Parameters.ToArray(), second.Network.Parameters.ToArray());
        Assert.Equal(whole.Network.Statistics.ToArray(), second.Network.Statistics.ToArray());
    }

    private static Trainer<T> Make<T>(string rule, ulong seed = 3, int batchSize = 6, bool stopping = false, Action? afterRead = null, int failing = 0, RowOrder? order = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = Chain(2, Loss.HalfSquaredError, Dense(5), new BatchNormDescription("", []), Activate(Activation.Tanh), new DropoutDescription("", [], 0.2), Dense(1));
        var network = new ReferenceNetwork<T>(description, seed);
        T[] inputs = [.. Enumerable.Range(0, 2 * Rows).Select(index => T.CreateChecked(Math.Sin(index * (index + 1))))];
        T[] targets = [.. inputs.Chunk(2).Select(x => x[0] * x[1])];
        int length = network.Layout.Length;
        IOptimizer<T> optimizer = Optimizers.Make<T>(rule, length);
        // No better for a while and then again, as dev figures are; a function of the network alone.
        var dev = new Metric<T>("dev", net => Math.Sin(300 * double.CreateChecked(net.Parameters[0])), LargerIsBetter: false);
        int judged = 0;
        var failure = new Metric<T>("failing", _ => ++judged == failing ? throw new NotSupportedException() : judged, LargerIsBetter: true);
        return new Trainer<T>(network, new Interrupted<T>(new Examples<T>(Rows, inputs, targets), afterRead), optimizer, batchSize)
        {
            Schedule = epoch => 0.1 / (1 + epoch),
            Metrics = [failure],
            Order = order ?? RowOrders.Shuffled(seed),
            Clipping = new NormClipping<T>(0.5),
            Stopping = stopping ? [new EarlyStopping<T>(dev, patience: 3)] : [],
        };
    }

    private static void Cancel(bool now, CancellationTokenSource cancellation)
    {
        if (now)
        {
            cancellation.Cancel();
        }
    }

    private sealed class Interrupted<T>(IExamples<T> inner, Action? afterRead) : IExamples<T>
        where T : unmanaged
    {
        public int Count => inner.Count;

        public int InputSize => inner.InputSize;

        public int TargetSize => inner.TargetSize;

        public void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels) => inner.Read(rows, inputs, targets, labels);

        public void Read(int epoch, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
        {
            inner.Read(epoch, rows, inputs, targets, labels);
            afterRead?.Invoke();
        }
    }
}
