using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Comparison.Peers;
using NetGen.Generator;

namespace NetGen.Comparison.Sweeping;

/// <summary>Compiles declarations in this process, by the compiler with the generator, as a user's build would.</summary>
internal static class HostedCompiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles perceptrons.</summary>
    /// <returns>The class of each, by the name of the workload.</returns>
    /// <exception cref="SweepException">The generator or the compiler refused; the message says what they said.</exception>
    public static IReadOnlyDictionary<string, Type> Compile(IReadOnlyCollection<Workload> workloads, CancellationToken cancellation)
    {
        string source = $"using NetGen;\n\n{string.Join("\n", workloads.Select(Declaration))}";
        CSharpCompilation declared = CSharpCompilation.Create($"Sweep.{workloads.First().Name}", [CSharpSyntaxTree.ParseText(source, Parsing, "Sweep.cs", Encoding.UTF8, cancellation)], References, Options);
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(declared, out Compilation compiled, out ImmutableArray<Diagnostic> said, cancellation);
        using var image = new MemoryStream();
        Diagnostic[] errors = [.. said.Concat(compiled.Emit(image, cancellationToken: cancellation).Diagnostics).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            throw new SweepException($"The networks of the sweep do not compile: {string.Join("; ", errors.Take(5))}");
        }

        image.Position = 0;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        return workloads.ToDictionary(workload => workload.Name, workload => assembly.GetType(workload.Name, throwOnError: true)!);
    }

    /// <summary>What a user writes for a perceptron.</summary>
    public static string Declaration(Workload workload)
    {
        Perceptron perceptron = workload.Perceptron!;
        var text = new StringBuilder($"[Network]\n[Input({perceptron.Sizes[0]})]\n");
        for (int layer = 1; layer < perceptron.Sizes.Length; layer++)
        {
            string activation = layer < perceptron.Sizes.Length - 1 ? perceptron.Hidden : perceptron.Output;
            text.Append($"[Dense({perceptron.Sizes[layer]}, Activation.{activation})]\n");
        }

        return text.Append($"[Loss(Loss.CrossEntropy)]\npublic sealed partial class {workload.Name};\n").ToString();
    }
}
