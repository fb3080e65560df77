using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

/// <summary>Compiles the networks of a compilation: Read → Check → Plan → Emit.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<CompilationFacts> facts = context.CompilationProvider
            .Select((compilation, _) => new CompilationFacts(
                AllowsUnsafe: compilation.Options is CSharpCompilationOptions { AllowUnsafe: true },
                Optimizes: compilation.Options.OptimizationLevel == OptimizationLevel.Release))
            .WithTrackingName(StepNames.Facts);

        IncrementalValuesProvider<CheckedNetwork> networks = Declarations(context, NetworkAttributes.Network, NetworkReader.Read)
            .WithTrackingName(StepNames.Read)
            .Select((declaration, _) => ShapeChecker.Check(declaration))
            .WithTrackingName(StepNames.Check);

        IncrementalValuesProvider<NetworkPlan> plans = networks
            .SelectMany((network, _) => Some(network.Network)).WithTrackingName(StepNames.Network)
            .Select((network, _) => Planner.Plan(network)).WithTrackingName(StepNames.Plan);

        IncrementalValuesProvider<GeneratedFile> files = plans
            .Combine(facts)
            .Select((pair, _) => new GeneratedFile(pair.Left.Model.Type.HintName, NetworkEmitter.Emit(pair.Left, pair.Right)))
            .WithTrackingName(StepNames.Emit);

        IncrementalValuesProvider<GeneratedFile> stubs = networks
            .SelectMany((network, _) => Some(network.Stub))
            .Select((stub, _) => new GeneratedFile(stub.Type.HintName, StubEmitter.Emit(stub)))
            .WithTrackingName(StepNames.Stub);

        IncrementalValuesProvider<NetworkPlan> onDevices = plans.Where(plan => plan.Model.Gpu);
        IncrementalValuesProvider<GeneratedFile> deviceFiles = onDevices
            .Select((plan, _) => new GeneratedFile(HintName.OfGpu(plan.Model.Type.HintName), GpuEmitter.Emit(plan)))
            .WithTrackingName(StepNames.EmitGpu);
        IncrementalValuesProvider<GeneratedFile> deviceStubs = networks
            .SelectMany((network, _) => Some(network is { Network.IsWrongForGpu: true } or { Stub.Gpu: true } ? network.Network?.Type ?? network.Stub!.Type : null))
            .Select((type, _) => new GeneratedFile(HintName.OfGpu(type.HintName), GpuStubEmitter.Emit(type)))
            .WithTrackingName(StepNames.StubGpu);
        IncrementalValueProvider<bool> needsLibrary = onDevices.Collect().Select((plans, _) => plans.Length > 0);

        foreach (IncrementalValuesProvider<GeneratedFile> each in new[] { files, stubs, deviceFiles, deviceStubs })
        {
            context.RegisterSourceOutput(each, (production, file) => production.AddSource(file.HintName, file.Text));
        }

        context.RegisterSourceOutput(needsLibrary, (production, needed) =>
        {
            foreach (GeneratedFile file in needed ? GpuLibrary.Files : [])
            {
                production.AddSource(file.HintName, file.Text);
            }
        });
        ReportWithoutAnalyzers(context);
    }

    /// <summary>The analyzer speaks; where analyzers are off, a broken network must not build in silence.</summary>
    private static void ReportWithoutAnalyzers(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> analyzersAreOff = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => AnalyzerSwitch.IsOff(options.GlobalOptions));
        foreach (string kind in NetworkAttributes.Kinds)
        {
            IncrementalValuesProvider<LocatedDiagnostic> diagnostics = Declarations(context, kind, DiagnosticPlace.Locate)
                .WithTrackingName(StepNames.Locate)
                .Combine(analyzersAreOff)
                .SelectMany((pair, _) => pair.Right ? pair.Left.Diagnostics : default)
                .WithTrackingName(StepNames.Report);
            context.RegisterSourceOutput(diagnostics, (production, diagnostic) => production.ReportDiagnostic(diagnostic.ToDiagnostic()));
        }
    }

    /// <summary>Reads every class whose leading attribute is of this kind; each once, whatever its number of parts.</summary>
    private static IncrementalValuesProvider<T> Declarations<T>(
        IncrementalGeneratorInitializationContext context, string kind, Func<INamedTypeSymbol, Compilation, CancellationToken, T?> read)
        where T : class =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            NetworkAttributes.MetadataName(kind),
            (node, _) => node is TypeDeclarationSyntax,
            (found, cancellation) => NetworkReader.IsLeading(found, kind, cancellation) ? read((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellation) : null)
        .SelectMany((model, _) => Some(model));

    private static ImmutableArray<T> Some<T>(T? value)
        where T : class => value is null ? ImmutableArray<T>.Empty : ImmutableArray.Create(value);
}
