using System;
using System.Numerics;
using NetGen.Files;

namespace NetGen.Training;

/// <summary>
/// Early stopping (Prechelt, 1998): a training ends when a metric has not improved for more than a number of epochs,
/// and the parameters of the best epoch are put back. A training that comes to its last epoch first keeps those of the
/// last, so that it can go on; <see cref="CopyBestTo"/> gives the best.
/// </summary>
/// <typeparam name="T">The number type of the network.</typeparam>
public sealed class EarlyStopping<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes a rule for one training.</summary>
    /// <param name="metric">The figure of the dev set that has to improve.</param>
    /// <param name="patience">The epochs without improvement that are borne, 0 or more: the next one ends the training.</param>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative.</exception>
    public EarlyStopping(Metric<T> metric, int patience)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        Metric = metric;
        Patience = patience;
    }

    /// <summary>The figure that has to improve.</summary>
    public Metric<T> Metric { get; }

    /// <summary>The epochs without improvement that are borne.</summary>
    public int Patience { get; }

    /// <summary>The best epoch so far, from 1; 0 before the first.</summary>
    public int BestEpoch { get; internal set; }

    /// <summary>The metric's value after the best epoch; NaN before the first.</summary>
    public double BestValue { get; internal set; } = double.NaN;

    /// <summary>The parameters and statistics after the best epoch.</summary>
    internal T[] BestNumbers { get; set; } = [];

    /// <summary>Puts the parameters of the best epoch so far, and its running averages, into a network.</summary>
    /// <param name="network">The network that was trained.</param>
    /// <exception cref="InvalidOperationException">No epoch has been judged.</exception>
    public void CopyBestTo(INetwork<T> network)
    {
        if (BestEpoch == 0)
        {
            throw new InvalidOperationException($"No epoch has given a {Metric.Name} yet; run the training first.");
        }

        NetworkNumbers.Put<T>(BestNumbers, network);
    }

    /// <summary>Judges an epoch.</summary>
    /// <returns>Whether the training ends.</returns>
    internal bool EndsAfter(int epoch, double value, INetwork<T> network)
    {
        bool improves = Metric.LargerIsBetter ? value > BestValue : value < BestValue;
        if (improves || (BestEpoch == 0 && !double.IsNaN(value)))
        {
            BestEpoch = epoch;
            BestValue = value;
            BestNumbers = NetworkNumbers.Of(network);
        }

        return epoch - BestEpoch > Patience;
    }
}
