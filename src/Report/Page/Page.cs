using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace NetGen.Report;

/// <summary>The page, from its head to its scripts.</summary>
internal static class Page
{
    private static readonly string Library = File("uPlot.iife.min.js");
    private static readonly string LibraryLicence = File("LICENSE");
    private static readonly string Script = File("report.js");
    private static readonly string Style = File("uPlot.min.css") + File("report.css");

    public static string Of(TrainingFacts training, IReadOnlyList<WatchedEpoch> epochs, TimeSpan elapsed, IReadOnlyList<NamedConfusion> confusions)
    {
        ImmutableArray<Column> columns = Column.Of(training, epochs);
        var best = BestEpoch.Of(training, epochs);
        var html = new Html();
        Head(html, training.Network.Name);
        Summary.Write(html, training, epochs, elapsed, best);
        if (epochs.Count > 0)
        {
            Curves.Write(html, Chart.Of(training, columns), columns, best);
        }

        foreach (NamedConfusion confusion in confusions)
        {
            ConfusionSection.Write(html, confusion);
        }

        NetworkSection.Write(html, training.Network);
        if (epochs.Count > 0)
        {
            int bestIndex = best is null ? -1 : columns[Column.Epoch].Values.IndexOf(best.Epoch);
            FigureSection.Write(html, columns, Thinning.Of(columns[Column.Loss].Values.AsSpan(), columns.Length, bestIndex));
        }

        html.Add($"</main>\n<!--\nThe charts are drawn by uPlot.\n\n");
        html.AddFile(LibraryLicence);
        html.Add($"-->\n<script>");
        html.AddFile(Library);
        html.Add($"</script>\n<script>");
        html.AddFile(Script);
        html.Add($"</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>Only these two scripts may run, and nothing may be fetched from anywhere.</summary>
    private static void Head(Html html, string name)
    {
        html.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{Hash(Library)}' 'sha256-{Hash(Script)}'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>{name} · training report</title>
            <style>
            """);
        html.AddFile(Style);
        html.Add($"</style>\n</head>\n<body>\n<main>\n");
    }

    // Hashes of scripts are of their text in UTF-8.
    private static string Hash(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string File(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
