using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen.Training;

/// <summary>What an epoch came to.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean loss of a row in training, each taken before its own step, with the penalties of the weights.</param>
/// <param name="LearningRate">α of this epoch.</param>
/// <param name="Metrics">What the metrics said after the epoch, in their order.</param>
/// <param name="Elapsed">The time since the training was started or resumed.</param>
public sealed record EpochReport(
    int Epoch, double Loss, double LearningRate, ImmutableArray<(string Name, double Value)> Metrics, TimeSpan Elapsed)
{
    /// <summary>The rule that ended the training after this epoch, in words: <see cref="Stopping{T}.Rule"/>; null where none has.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>The value of a metric.</summary>
    /// <param name="metric">Its name.</param>
    /// <exception cref="ArgumentException">The training has no such metric.</exception>
    public double this[string metric]
    {
        get
        {
            foreach ((string name, double value) in Metrics)
            {
                if (name == metric)
                {
                    return value;
                }
            }

            throw new ArgumentException(
                $"No metric is named '{metric}'; there are {(Metrics.IsEmpty ? "none" : string.Join(", ", Metrics.Select(each => each.Name)))}.", nameof(metric));
        }
    }

    /// <summary>One line: <c>epoch 3  loss 0.1234  dev accuracy 0.9700</c>, and behind it the rule that ended the training.</summary>
    public override string ToString() => string.Concat(
        Metrics.Select(metric => $"  {metric.Name} {Text(metric.Value)}")
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"epoch {Epoch}  loss {Text(Loss)}"))
            .Append(StoppedBy is null ? "" : $"  stopped by {StoppedBy}"));

    private static string Text(double value) =>
        value.ToString(value == 0 || Math.Abs(value) is >= 0.001 and < 1e6 ? "F4" : "G4", CultureInfo.InvariantCulture);
}
