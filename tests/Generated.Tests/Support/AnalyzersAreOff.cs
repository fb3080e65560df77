using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generated.Tests.Support;

/// <summary>Tells the generator that no analyzer runs: then it reports mistakes itself.</summary>
internal sealed class AnalyzersAreOff : AnalyzerConfigOptionsProvider
{
    public static readonly AnalyzersAreOff Instance = new();

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = "false";
            return key is "build_property.RunAnalyzers" or "build_property.RunAnalyzersDuringBuild";
        }
    }
}
