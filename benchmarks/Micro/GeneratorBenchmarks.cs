using System.Collections.Immutable;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator;

namespace NetGen.Micro;

/// <summary>The generator in a warmed process, on a network of twenty dense layers: from cold, and after an edit elsewhere.</summary>
public class GeneratorBenchmarks
{
    private const int DenseLayers = 20;
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12);

    private CSharpCompilation declared = null!;
    private CSharpCompilation edited = null!;
    private GeneratorDriver driver = null!;

    [GlobalSetup]
    public void Setup()
    {
        ImmutableArray<MetadataReference> references =
            [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];
        SyntaxTree elsewhere = CSharpSyntaxTree.ParseText("public class Elsewhere;", Parsing);
        declared = CSharpCompilation.Create(
            "User", [CSharpSyntaxTree.ParseText(Declaration(), Parsing), elsewhere], references, new(OutputKind.DynamicallyLinkedLibrary));
        edited = declared.ReplaceSyntaxTree(elsewhere, CSharpSyntaxTree.ParseText("public class Elsewhere { }", Parsing));
        driver = Driver().RunGenerators(declared);
        if (driver.GetRunResult() is not { GeneratedTrees.Length: > 0, Diagnostics.IsEmpty: true })
        {
            throw new InvalidOperationException("The generator writes nothing, or has something to say; what follows would measure nothing.");
        }
    }

    [Benchmark]
    public GeneratorDriver Cold() => Driver().RunGenerators(declared);

    [Benchmark]
    public GeneratorDriver Cached() => driver.RunGenerators(edited);

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Parsing);

    private static string Declaration()
    {
        var text = new StringBuilder("using NetGen;\n[Network]\n[Input(784)]\n");
        for (int layer = 1; layer < DenseLayers; layer++)
        {
            text.Append($"[Dense({64 + 8 * layer}, Activation.ReLU)]\n");
        }

        return text.Append("[Dense(10, Activation.Softmax)]\n[Loss(Loss.CrossEntropy)]\npublic sealed partial class Deep;\n").ToString();
    }
}
