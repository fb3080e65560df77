using System;
using System.Collections.Generic;
using System.Globalization;

namespace NetGen.Report;

/// <summary>The name of the network, what the training came to, and how it was set up.</summary>
internal static class Summary
{
    public static void Write(Html html, TrainingFacts training, IReadOnlyList<WatchedEpoch> epochs, TimeSpan elapsed, BestEpoch? best)
    {
        html.Add($"<header>\n<h1>{training.Network.Name}</h1>\n<p>{Words.Count(training.Network.ParameterCount, "parameter")} · {Epochs(epochs)}");
        if (epochs.Count > 0)
        {
            html.Add($" · {Words.Duration(elapsed)}");
        }

        if (best is not null)
        {
            html.Add($" · <strong>best epoch {Words.Count(best.Epoch)}: <bdi>{best.Figure}</bdi> {best.Value}</strong>");
        }

        if (training.StoppedBy is string rule)
        {
            html.Add($" · stopped by <bdi>{rule}</bdi>");
        }

        html.Add($"</p>\n<p class=\"quiet\">{Words.Count(training.Examples, "example")} in batches of {Words.Count(training.BatchSize)} · {training.Rule} · seed {training.Seed.ToString(CultureInfo.InvariantCulture)}</p>\n");
        html.Add($"<noscript><p>Without scripts there are no curves; <a href=\"#figures\">their figures</a> are below.</p></noscript>\n</header>\n");
    }

    private static string Epochs(IReadOnlyList<WatchedEpoch> epochs) => epochs switch
    {
        [] => "no epoch has ended",
        [var first, ..] when first.Report.Epoch == 1 && epochs[^1].Report.Epoch == epochs.Count => Words.Count(epochs.Count, "epoch"),
        _ => $"epochs {Words.Count(epochs[0].Report.Epoch)} to {Words.Count(epochs[^1].Report.Epoch)}",
    };
}
