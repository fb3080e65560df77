using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Generated.Tests.Support;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>
/// Networks nobody thought of, held against the reference. NETGEN_RANDOM_NETWORKS says how many in each form (by
/// default 80 in one and 40 in the others), NETGEN_RANDOM_SEED the first seed (1 by default).
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    private const int PerCompilation = 20;
    private const double MostUndecided = 0.03;

    // What random networks came down to when they failed; as declarations, for a seed means another network as soon
    // as RandomNetwork changes.
    private static readonly NetworkDeclaration[] regressions =
    [
        // The default of Scale is the initializer's.
        NetworkDeclaration.Of("DefaultScales", [1], new Dense(1) { Initializer = Initializer.Scaled, Name = "L1" }, new Dense(2) { Initializer = Initializer.Normal, Name = "L2" }),

        // Nothing to learn and no loss: all buffers are empty.
        NetworkDeclaration.Of("NoParameters", [1], new Reshape(1, 1) { Name = "L1" }),

        // So wide that every row lies within the bound of a kink: not decided, and not refuted.
        NetworkDeclaration.Of(
            "Undecided", [1],
            new Dense(3, Activation.ReLU) { Name = "L1" }, new Dense(512, Activation.Tanh) { Name = "L2" }, new Concat("L1", "input") { Name = "L3" },
            new Dense(7, Activation.ReLU) { Name = "L4", From = "L2" }, new Dense(130, Activation.ReLU) { Name = "L5" }, new Activate(Activation.LeakyReLU) { Name = "L6" },
            new Add("L5") { Name = "L7" }, new Dense(64, Activation.ReLU) { Name = "L8" }, new Dense(516, Activation.LeakyReLU) { Name = "L9" },
            new Add("L3") { Name = "L10" }, new Activate(Activation.Softmax) { Name = "L11" }).With(Loss.CrossEntropy, Reduction.Sum) with { Seed = 621 },

        // What a normalization learns can be shared too.
        NetworkDeclaration.Of("SharedNorm", [1], new LayerNorm { Name = "L1" }, new LayerNorm { Share = "L1", Name = "L5" }),

        // A row is one number, and that a length: one number more is a row more, and must be a length too.
        NetworkDeclaration.Of("OneLength", [1], new Reshape(1, 1), new GRU(2) { Lengths = "input" }),
    ];

    [Theory]
    [InlineData(VectorForm.Vector, 80)]
    [InlineData(VectorForm.Vector512, 40)]
    [InlineData(VectorForm.Portable, 40)]
    public void RandomNetworksAgreeWithTheReference(VectorForm form, int usually)
    {
        int count = (int)Number("NETGEN_RANDOM_NETWORKS", (ulong)usually);
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
    public void NetworksThatFailedOnceStayRight(VectorForm form) => Hold(regressions, form);

    [Fact]
    public void WholeFilesCompileWithoutAWarningAndChooseForThemselves()
    {
        NetworkDeclaration[] networks = [.. Enumerable.Range(1, 20).Select(seed => RandomNetwork.Of((ulong)seed))];
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
                $"{failing.Count} of {networks.Length} networks fail in the {form} form. {smallest.Name} (the number is its seed):\n{smallest}\n" +
                $"{Failure(smallest, form)}\n\nas small as it still fails:\n{shrunk}\n{Failure(shrunk, form)}");
        }

        return held;
    }

    private static IEnumerable<(NetworkDeclaration Network, string? Failure)> Failures(NetworkDeclaration[] networks, VectorForm form, Held held)
    {
        CompiledNetworks compiled;
        try
        {
            compiled = NetworkCompiler.Compile(networks.Select(network => network with { Streaming = Streams.Can(network.Describe()) }), form);
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
