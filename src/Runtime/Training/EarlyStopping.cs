using System;
using System.Collections.Immutable;
using System.Numerics;
using NetGen.Files;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>
/// Early stopping (Prechelt, 1998): a training ends when a metric has not improved for more than a number of epochs,
/// and the parameters of the best epoch are put back. A training that comes to its last epoch first keeps those of the
/// last, so that it can go on, and so does one that another rule ends; <see cref="CopyBestTo"/> gives the best.
/// </summary>
/// <inheritdoc cref="Stopping{T}" path="/typeparam"/>
public sealed class EarlyStopping<T> : Stopping<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[] best = [];
    private bool judged;

    /// <summary>Makes a rule for one training.</summary>
    /// <param name="metric">The figure of the dev set that has to improve.</param>
    /// <param name="patience">The epochs without improvement that are borne, 0 or more: the next one ends the training.</param>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative.</exception>
    public EarlyStopping(Metric<T> metric, int patience)
    {
        ArgumentNullException.ThrowIfNull(metric);
        Expect.AtLeast(patience, 0, nameof(patience));
        Metric = metric;
        Patience = patience;
    }

    /// <summary>The figure that has to improve.</summary>
    public Metric<T> Metric { get; }

    /// <summary>The epochs without improvement that are borne.</summary>
    public int Patience { get; }

    /// <summary>The best epoch so far, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The metric's value after the best epoch; NaN before the first.</summary>
    public double BestValue { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public override string Rule => Invariant($"{Metric.Name}, patience {Patience}");

    internal override Metric<T> Judge => Metric;

    internal override ImmutableArray<double> Numbers => [BestEpoch, BestValue];

    /// <summary>The parameters and statistics after the best epoch.</summary>
    internal override T[] Kept => best;

    /// <summary>Puts the parameters of the best epoch so far, and its running averages, into a network.</summary>
    /// <param name="network">The network that was trained.</param>
    /// <exception cref="InvalidOperationException">No epoch has been judged, or the metric was NaN in every one.</exception>
    public void CopyBestTo(INetwork<T> network)
    {
        if (BestEpoch == 0)
        {
            throw new InvalidOperationException(judged
                ? $"The {Metric.Name} was NaN in every epoch, so that none is the best; expected a number from the metric after one of them."
                : $"No epoch has given a {Metric.Name} yet; run the training first.");
        }

        NetworkNumbers.Put<T>(best, network);
    }

    internal override bool EndsAfter(EpochReport report, double value, INetwork<T> network)
    {
        judged = true;
        bool improves = Metric.LargerIsBetter ? value > BestValue : value < BestValue;
        if (improves || (BestEpoch == 0 && !double.IsNaN(value)))
        {
            BestEpoch = report.Epoch;
            BestValue = value;
            best = NetworkNumbers.Of(network);
        }

        return report.Epoch - BestEpoch > Patience;
    }

    internal override void End(INetwork<T> network)
    {
        if (BestEpoch > 0)
        {
            CopyBestTo(network);
        }
    }

    internal override string? Misfit(ImmutableArray<double> numbers, int epochs) =>
        numbers is [>= 0 and var epoch, _] && epoch <= epochs && epoch == Math.Floor(epoch) ? null : "the best epoch, none after those trained, and its value";

    internal override bool Keeps(ImmutableArray<double> numbers) => numbers[0] > 0;

    internal override void Restore(ImmutableArray<double> numbers, T[] kept)
    {
        BestEpoch = (int)numbers[0];
        BestValue = numbers[1];
        best = kept;
    }
}
