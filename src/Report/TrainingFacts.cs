using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using NetGen.Training;

namespace NetGen.Report;

/// <summary>What a report says of a training beside its epochs, whatever its number type.</summary>
/// <param name="Network">The network that learns.</param>
/// <param name="Examples">The rows of an epoch.</param>
/// <param name="BatchSize">The rows of a batch.</param>
/// <param name="Rule">The rule of the step.</param>
/// <param name="Seed">The seed of parameters and order.</param>
/// <param name="Metrics">What epochs are judged by.</param>
/// <param name="Best">The best epoch as early stopping keeps it; null where there is none.</param>
/// <param name="StoppedBy">The rule that has ended the training; null where none has.</param>
internal sealed record TrainingFacts(
    NetworkDescription Network, int Examples, int BatchSize, string Rule, ulong Seed, ImmutableArray<JudgedBy> Metrics, BestEpoch? Best, string? StoppedBy)
{
    public static TrainingFacts Of<T>(Trainer<T> trainer)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(
            trainer.Network.Description, trainer.Examples.Count, trainer.BatchSize, trainer.Optimizer.Rule, trainer.Network.Seed,
            [.. trainer.Metrics.Select(metric => new JudgedBy(metric.Name, metric.LargerIsBetter))],
            trainer.Stopping.OfType<EarlyStopping<T>>().FirstOrDefault() is { BestEpoch: > 0 } stopping ? new BestEpoch(stopping.BestEpoch, stopping.Metric.Name, stopping.BestValue) : null,
            trainer.StoppedBy?.Rule);
}

/// <summary>A figure that epochs are judged by.</summary>
internal readonly record struct JudgedBy(string Name, bool LargerIsBetter);
