using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Report;

/// <summary>A figure of each epoch.</summary>
/// <param name="Family">What it belongs to.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Values">Its value in each epoch; NaN and infinity where there is none.</param>
internal sealed record Column(Family Family, string Name, ImmutableArray<double> Values)
{
    /// <summary>Where the epochs stand among the figures of a training.</summary>
    public const int Epoch = 0;

    /// <summary>Where the learning rates stand.</summary>
    public const int LearningRate = 2;

    /// <summary>Where the losses stand; the metrics follow.</summary>
    public const int Loss = 3;

    /// <summary>All figures of a training, the epoch first.</summary>
    public static ImmutableArray<Column> Of(TrainingFacts training, IReadOnlyList<WatchedEpoch> epochs)
    {
        Column[] metrics = [.. training.Metrics.Select((metric, index) =>
            new Column(Family.Metrics, metric.Name, [.. epochs.Select(epoch => epoch.Report.Metrics[index].Value)]))];
        Column[] norms = epochs.Count == 0 ? [] : [.. epochs[0].Gradient.Layers.Select((layer, index) =>
            new Column(Family.Norms, layer.Layer, [.. epochs.Select(epoch => epoch.Gradient.Layers[index].Norm)]))];
        return
        [
            new(Family.Training, "epoch", [.. epochs.Select(epoch => (double)epoch.Report.Epoch)]),
            new(Family.Training, "seconds", [.. epochs.Select(epoch => epoch.Elapsed.TotalSeconds)]),
            new(Family.Training, "learning rate", [.. epochs.Select(epoch => epoch.Report.LearningRate)]),
            new(Family.Training, "loss", [.. epochs.Select(epoch => epoch.Report.Loss)]),
            .. metrics,
            .. norms,
            .. norms.Length > 1 ? [new Column(Family.Norms, "all layers", [.. epochs.Select(epoch => epoch.Gradient.Total)])] : (Column[])[],
        ];
    }
}

/// <summary>What figures belong to.</summary>
internal enum Family
{
    /// <summary>What the trainer says of itself.</summary>
    Training,

    /// <summary>What it is judged by.</summary>
    Metrics,

    /// <summary>How large the gradient of each layer is.</summary>
    Norms,
}
