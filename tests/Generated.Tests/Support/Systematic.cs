using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.Support;

/// <summary>Compiles many declarations in all vector forms and holds each against one walk of the reference.</summary>
internal static class Systematic
{
    private const int PerCompilation = 24;

    /// <summary>Asserts that all networks agree with the reference, and says what was held.</summary>
    /// <param name="networks">The networks; names are unique.</param>
    /// <param name="kinds">What cross-entropy learns from; other losses have one kind.</param>
    public static string Hold(IEnumerable<NetworkDeclaration> networks, params TargetKind[] kinds)
    {
        var held = new Held();
        var failures = new ConcurrentQueue<string>();
        NetworkDeclaration[] all = [.. networks];
        Parallel.ForEach(all.Chunk(PerCompilation), some =>
        {
            GeneratedNetworks generated = NetworkCompiler.Generate(some);
            Dictionary<VectorForm, CompiledNetworks> compiled = Enum.GetValues<VectorForm>().ToDictionary(form => form, generated.Compile);
            foreach (NetworkDeclaration declaration in some)
            {
                Hold(declaration, compiled, kinds is [] ? [TargetKind.Probabilities] : kinds, held).ForEach(failure => failures.Enqueue($"{failure}\n{declaration}"));
            }

            compiled.Values.ToList().ForEach(networks => networks.Dispose());
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} of {all.Length * Enum.GetValues<VectorForm>().Length} differ, among them\n{string.Join("\n", failures.OrderBy(text => text.Length).Take(3))}");
        return $"{held} All forms, {Width.Text}.";
    }

    private static List<string> Hold(NetworkDeclaration declaration, Dictionary<VectorForm, CompiledNetworks> compiled, TargetKind[] kinds, Held held)
    {
        const ulong Seed = 7;
        INetwork<float> network = compiled[VectorForm.Vector].Create(declaration.Name, Seed);
        var parameters = new float[network.Layout.Count];
        var random = new SeededRandom(Seed);
        foreach (ref float parameter in parameters.AsSpan())
        {
            parameter = (float)(random.Normal() / 4);
        }

        List<string> failures = [];
        foreach (TargetKind kind in kinds)
        {
            var example = new Example(declaration.Describe(), parameters, Seed, Sizes.Batches, kind);
            held.Add(Sizes.Batches[^1], example.LeftOut);
            foreach ((VectorForm form, CompiledNetworks networks) in compiled.Where(form => form.Value.Has(declaration.Name)))
            {
                network = networks.Create(declaration.Name, Seed);
                network.Layout.CopyFrom<float>(network.Parameters, parameters);
                if ((Comparison.Of(network, example) ?? StepComparison.Failure(network)) is string failure)
                {
                    failures.Add($"{form}, {kind}: {failure}");
                }
            }
        }

        return failures;
    }
}
