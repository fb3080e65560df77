using System;

namespace NetGen.Training;

/// <summary>Where a training stands, several times a second.</summary>
/// <param name="Epoch">The epoch that runs, from 1.</param>
/// <param name="Epochs">The epochs asked for.</param>
/// <param name="Rows">The rows of this epoch trained so far.</param>
/// <param name="RowsPerEpoch">The rows of an epoch.</param>
/// <param name="Loss">The mean loss of this epoch's rows so far.</param>
/// <param name="RowsPerSecond">The rows trained per second since the training was started or resumed.</param>
/// <param name="TimeLeft">The time that the rows left will take at this speed.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Rows, int RowsPerEpoch, double Loss, double RowsPerSecond, TimeSpan TimeLeft)
{
    /// <summary>The share of the training that is done, from 0 to 1.</summary>
    public double Share => (Epoch - 1 + (double)Rows / RowsPerEpoch) / Epochs;
}
