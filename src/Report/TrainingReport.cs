using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text;
using NetGen.Checking;
using NetGen.Files;
using NetGen.Training;

namespace NetGen.Report;

/// <summary>
/// What a training came to, as one HTML page: curves of the loss, the metrics, the learning rate and the norms of each
/// layer's gradient, confusion matrices, the network's table and all figures. The page holds all it needs and opens
/// offline, in light and dark, on screens of any width and on paper.
/// </summary>
/// <typeparam name="T">The number type of the network.</typeparam>
/// <remarks>
/// <code>
/// var report = new TrainingReport&lt;float&gt;(trainer);
/// foreach (EpochReport epoch in report.Watch(trainer.Run(50)))
/// {
///     Console.WriteLine(epoch);
/// }
///
/// report.Write("training.html", Evaluate.Classification(net, test).Confusion);
/// </code>
/// The same training and the same times give the same bytes, in every culture.
/// </remarks>
public sealed class TrainingReport<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Trainer<T> trainer;
    private readonly List<WatchedEpoch> epochs = [];
    private TimeSpan elapsed;

    /// <summary>Makes an empty report.</summary>
    /// <param name="trainer">The training that it is about.</param>
    /// <exception cref="ArgumentException">A metric of the trainer has no name.</exception>
    public TrainingReport(Trainer<T> trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (trainer.Metrics.Any(metric => metric.Name is null))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The name of metric {trainer.Metrics.TakeWhile(metric => metric.Name is not null).Count()} is null; expected a name for each metric, which the page shows."), nameof(trainer));
        }

        this.trainer = trainer;
    }

    /// <summary>
    /// Passes the epochs of a run on and notes each one. A training in several runs is watched run by run; what a
    /// training does again after it was resumed counts as it went the last time.
    /// </summary>
    /// <param name="run">What <see cref="Trainer{T}.Run"/> of the report's trainer returns.</param>
    /// <returns>The same reports, as they are asked for.</returns>
    /// <exception cref="ArgumentException">The epochs are another trainer's: they have other metrics.</exception>
    public IEnumerable<EpochReport> Watch(IEnumerable<EpochReport> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Watched(run);
    }

    /// <summary>
    /// Writes the page, at any time: of the epochs watched so far. It is written beside its place and moved there
    /// whole; what was there before is lost only then.
    /// </summary>
    /// <param name="path">Where the page will be; its folder must exist.</param>
    /// <param name="confusions">What a classifier took for what: one matrix, or one for each output; none for a regression.</param>
    /// <exception cref="IOException">The page cannot be saved there; what was there before is still there.</exception>
    public void Write(string path, params NamedConfusion[] confusions)
    {
        byte[] page = Bytes(confusions);
        AtomicFile.Save(path, stream => stream.Write(page));
    }

    /// <summary>Writes the page, at any time: of the epochs watched so far.</summary>
    /// <param name="stream">Receives the page in UTF-8.</param>
    /// <param name="confusions">What a classifier took for what: one matrix, or one for each output; none for a regression.</param>
    public void Write(Stream stream, params NamedConfusion[] confusions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Bytes(confusions));
    }

    private byte[] Bytes(NamedConfusion[] confusions)
    {
        ArgumentNullException.ThrowIfNull(confusions);
        foreach (NamedConfusion confusion in confusions)
        {
            ArgumentNullException.ThrowIfNull(confusion, nameof(confusions));
        }

        return Encoding.UTF8.GetBytes(Page.Of(TrainingFacts.Of(trainer), epochs, elapsed, confusions));
    }

    private IEnumerable<EpochReport> Watched(IEnumerable<EpochReport> run)
    {
        TimeSpan before = elapsed;
        foreach (EpochReport epoch in run)
        {
            Note(epoch, before + epoch.Elapsed);
            yield return epoch;
        }
    }

    private void Note(EpochReport epoch, TimeSpan time)
    {
        string[] expected = [.. trainer.Metrics.Select(metric => metric.Name)];
        if (!expected.SequenceEqual(epoch.Metrics.Select(metric => metric.Name)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Epoch {epoch.Epoch} has {List(epoch.Metrics.Select(metric => metric.Name))}; expected {List(expected)}, as the report's trainer has. Watch a run of that trainer."), "run");
        }

        // Epochs from here on were undone, by Resume.
        while (epochs.Count > 0 && epochs[^1].Report.Epoch >= epoch.Epoch)
        {
            epochs.RemoveAt(epochs.Count - 1);
        }

        epochs.Add(new WatchedEpoch(epoch, time, GradientNorms.Of(trainer.Network, trainer.Gradient)));
        elapsed = time;
    }

    private static string List(IEnumerable<string> metrics) =>
        string.Join(", ", metrics.Select(name => $"'{name}'")) is { Length: > 0 } names ? $"the metrics {names}" : "no metrics";
}
