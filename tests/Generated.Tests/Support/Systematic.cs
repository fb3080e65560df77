using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace NetGen.Generated.Tests.Support;

/// <summary>Compiles many declarations in both vector forms and holds each against one walk of the reference.</summary>
internal static class Systematic
{
    private const int PerCompilation = 24;

    /// <summary>Asserts that all networks agree with the reference, and says what was held.</summary>
    public static string Hold(IEnumerable<NetworkDeclaration> networks, TargetKind kind = TargetKind.Probabilities)
    {
        var held = new Held();
        var failures = new ConcurrentQueue<string>();
        NetworkDeclaration[] all = [.. networks];
        Parallel.ForEach(all.Chunk(PerCompilation), some =>
        {
            using CompiledNetworks vectors = NetworkCompiler.Compile(some, VectorForm.Vector);
            using CompiledNetworks wide = NetworkCompiler.Compile(some, VectorForm.Vector512);
            foreach (NetworkDeclaration declaration in some)
            {
                Hold(declaration, vectors, wide, kind, held).ForEach(failure => failures.Enqueue($"{failure}\n{declaration}"));
            }
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} of {2 * all.Length} differ, among them\n{string.Join("\n", failures.OrderBy(text => text.Length).Take(3))}");
        return $"{held} Both forms, {Width.Text}.";
    }

    private static List<string> Hold(NetworkDeclaration declaration, CompiledNetworks vectors, CompiledNetworks wide, TargetKind kind, Held held)
    {
        const ulong Seed = 7;
        INetwork<float> network = vectors.Create(declaration.Name, Seed);
        var parameters = new float[network.Layout.Count];
        var random = new SeededRandom(Seed);
        foreach (ref float parameter in parameters.AsSpan())
        {
            parameter = (float)(random.Normal() / 4);
        }

        var example = new Example(declaration.Describe(), parameters, Seed, Sizes.Batches, kind);
        held.Add(Sizes.Batches[^1], example.LeftOut);
        List<string> failures = [];
        foreach ((VectorForm form, CompiledNetworks compiled) in ((VectorForm, CompiledNetworks)[])[(VectorForm.Vector, vectors), (VectorForm.Vector512, wide)])
        {
            network = compiled.Create(declaration.Name, Seed);
            network.Layout.CopyFrom<float>(network.Parameters, parameters);
            if (Comparison.Of(network, example) is string failure)
            {
                failures.Add($"{form}: {failure}");
            }
        }

        return failures;
    }
}
