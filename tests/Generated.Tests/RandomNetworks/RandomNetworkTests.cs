using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>
/// Networks nobody thought of, held against the reference. NETGEN_RANDOM_NETWORKS says how many (200 by default),
/// NETGEN_RANDOM_SEED the first seed (1 by default).
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    private const int PerCompilation = 20;
    private const double MostUndecided = 0.03;

    // Seeds that found a bug, each with what it found.
    private static readonly ulong[] regressions = [];

    [Theory]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    [InlineData(VectorForm.Portable)]
    public void RandomNetworksAgreeWithTheReference(VectorForm form)
    {
        int count = (int)Number("NETGEN_RANDOM_NETWORKS", 200);
        ulong first = Number("NETGEN_RANDOM_SEED", 1);
        NetworkDeclaration[] networks = [.. Enumerable.Range(0, count).Select(index => RandomNetwork.Of(first + (ulong)index))];

        Held held = Hold(networks, form);

        output.WriteLine($"{count} networks from seed {first} in the {form} form, {Width.Text}: {held}");
        Assert.True(form == VectorForm.Portable ? held.Networks > 0 : held.Networks == count, $"{held}");
        Assert.True(held.Undecided <= MostUndecided * count, $"{held}");
    }

    [Theory]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    [InlineData(VectorForm.Portable)]
    public void SeedsThatFoundABugStayRight(VectorForm form) => Hold([.. regressions.Select(RandomNetwork.Of)], form);

    [Fact]
    public void WholeFilesCompileWithoutAWarningAndChooseForThemselves()
    {
        NetworkDeclaration[] networks = [.. Enumerable.Range(1, 40).Select(seed => RandomNetwork.Of((ulong)seed))];
        using CompiledNetworks compiled = NetworkCompiler.Generate(networks).Compile();

        Assert.All(networks, network => Assert.Null(Proof.Failure(network, compiled.Create(network.Name), new Held())));
    }

    /// <summary>Compiles and proves networks on all cores; the first that fails is made smaller and printed.</summary>
    private static Held Hold(NetworkDeclaration[] networks, VectorForm form)
    {
        var held = new Held();
        var failing = new ConcurrentQueue<NetworkDeclaration>();
        Parallel.ForEach(networks.Chunk(PerCompilation), (some, loop) =>
        {
            foreach ((NetworkDeclaration network, string? failure) in Failures(some, form, held))
            {
                if (failure is not null)
                {
                    failing.Enqueue(network);
                    loop.Stop();
                }
            }
        });

        if (failing.OrderBy(network => network.ToString().Length).FirstOrDefault() is NetworkDeclaration smallest)
        {
            NetworkDeclaration shrunk = Shrinker.Shrink(smallest, network => Failure(network, form) is not null);
            Assert.Fail(
                $"{failing.Count} of {networks.Length} networks fail in the {form} form. {smallest.Name} (its seed):\n{smallest}\n" +
                $"{Failure(smallest, form)}\n\nas small as it still fails:\n{shrunk}\n{Failure(shrunk, form)}");
        }

        return held;
    }

    private static IEnumerable<(NetworkDeclaration Network, string? Failure)> Failures(NetworkDeclaration[] networks, VectorForm form, Held held)
    {
        CompiledNetworks compiled;
        try
        {
            compiled = NetworkCompiler.Compile(networks, form);
        }
        catch (CompilationFailed) when (networks.Length > 1)
        {
            return networks.SelectMany(network => Failures([network], form, held));
        }
        catch (CompilationFailed failed)
        {
            return [(networks[0], failed.Message)];
        }

        using (compiled)
        {
            return [.. networks.Where(network => compiled.Has(network.Name)).Select(network => (network, Proof.Failure(network, compiled.Create(network.Name), held)))];
        }
    }

    private static string? Failure(NetworkDeclaration network, VectorForm form) => Failures([network], form, new Held()).SingleOrDefault().Failure;

    private static ulong Number(string variable, ulong otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text) : otherwise;
}
