using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator;

/// <summary>Whether the build leaves analyzers out. The package's props make the two properties visible.</summary>
internal static class AnalyzerSwitch
{
    public static bool IsOff(AnalyzerConfigOptions options)
    {
        // As the compiler's own targets decide: the second counts where the first is not set.
        string run = Property(options, "RunAnalyzers");
        return IsFalse(run.Length > 0 ? run : Property(options, "RunAnalyzersDuringBuild"));
    }

    private static bool IsFalse(string value) => string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue($"build_property.{name}", out string? value) ? value.Trim() : "";
}
