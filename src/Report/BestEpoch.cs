using System.Collections.Generic;

namespace NetGen.Report;

/// <summary>The epoch that a figure calls the best.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Figure">What it is judged by.</param>
/// <param name="Value">The value of that figure.</param>
internal sealed record BestEpoch(int Epoch, string Figure, double Value)
{
    /// <summary>As early stopping keeps it, else by the first metric, else by the loss; the first of equals, null where all are NaN.</summary>
    public static BestEpoch? Of(TrainingFacts training, IReadOnlyList<WatchedEpoch> epochs)
    {
        if (training.Best is not null)
        {
            return training.Best;
        }

        JudgedBy figure = training.Metrics.IsEmpty ? new JudgedBy("loss", LargerIsBetter: false) : training.Metrics[0];
        BestEpoch? best = null;
        foreach (WatchedEpoch epoch in epochs)
        {
            double value = training.Metrics.IsEmpty ? epoch.Report.Loss : epoch.Report.Metrics[0].Value;
            if (!double.IsNaN(value) && (best is null || (figure.LargerIsBetter ? value > best.Value : value < best.Value)))
            {
                best = new BestEpoch(epoch.Report.Epoch, figure.Name, value);
            }
        }

        return best;
    }
}
