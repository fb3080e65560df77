using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using NetGen.Data;
using NetGen.Reference;
using NetGen.Training;

namespace NetGen.Report.Tests;

/// <summary>Trainings that take no time.</summary>
internal static class Trainings
{
    /// <summary>A perceptron 2-3-1 that learns products.</summary>
    public static Trainer<double> Of(string name = "Products", params Metric<double>[] metrics) =>
        Of(new NetworkDescription(
            name, [2],
            [new DenseDescription("Dense1", [0], 3), new ActivateDescription("Tanh1", [1], Activation.Tanh), new DenseDescription("Dense2", [2], 1)],
            Loss.HalfSquaredError), metrics);

    public static Trainer<double> Of(NetworkDescription description, params Metric<double>[] metrics)
    {
        const int Rows = 8;
        var network = new ReferenceNetwork<double>(description, seed: 1);
        double[] inputs = [.. Enumerable.Range(0, Rows * description.InputSize).Select(index => Math.Sin(index * (index + 1)))];
        double[] targets = [.. Enumerable.Range(0, Rows * description.OutputSize).Select(index => (index + index / 3) % 2)];
        return new Trainer<double>(network, new Examples<double>(Rows, inputs, targets), new Adam<double>(network.Layout.Length, 0.01), batchSize: 4)
        {
            Metrics = [.. metrics],
        };
    }

    public static Metric<double> Metric(string name, bool largerIsBetter = true, double value = 0.5) => new(name, _ => value, largerIsBetter);

    /// <summary>A report of the epochs that somebody makes up.</summary>
    public static TrainingReport<double> Report(Trainer<double> trainer, int epochs, Func<int, double> loss, params Func<int, double>[] metrics)
    {
        var report = new TrainingReport<double>(trainer);
        Watch(report, Enumerable.Range(1, epochs).Select(epoch => new EpochReport(
            epoch, loss(epoch), 0.01, [.. trainer.Metrics.Zip(metrics, (metric, value) => (metric.Name, value(epoch)))], TimeSpan.FromSeconds(epoch))));
        return report;
    }

    public static ImmutableArray<EpochReport> Watch(TrainingReport<double> report, IEnumerable<EpochReport> run) => [.. report.Watch(run)];

    public static string Page(this TrainingReport<double> report, params NamedConfusion[] confusions)
    {
        using var stream = new MemoryStream();
        report.Write(stream, confusions);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
