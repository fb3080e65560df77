using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Checking;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Compiles many declarations and holds each, on every accelerator of a device, against the reference.</summary>
internal static class Systematic
{
    private const int PerCompilation = 16;
    private const int MaximumRows = 40;
    private const double MostUndecided = 0.1;

    /// <summary>The reference takes some microseconds for every row and parameter.</summary>
    private const int Large = 1500;

    private static readonly int[] rows = [7, 9, 8, 1, 33, 31];

    /// <summary>Asserts that all networks agree with the reference, and says what was held.</summary>
    /// <param name="device">The device.</param>
    /// <param name="declarations">The networks; names are unique.</param>
    public static string Hold(Device device, IEnumerable<NetworkDeclaration> declarations) => Hold(device, declarations, network => network);

    /// <summary>The same, and makes the first that fails smaller.</summary>
    public static string Hold(Device device, IEnumerable<NetworkDeclaration> declarations, Func<NetworkDeclaration, NetworkDeclaration> shrink)
    {
        NetworkDeclaration[] all = [.. declarations.Where((_, index) => index % device.Every == 0)];
        var tried = new ConcurrentQueue<(NetworkDeclaration Network, string? Failure, bool Decided)>();
        Parallel.ForEach(all.Chunk(PerCompilation), new ParallelOptions { MaxDegreeOfParallelism = device.AtOnce }, some =>
        {
            foreach ((NetworkDeclaration Network, string? Failure, bool Decided) one in Try(device, some))
            {
                tried.Enqueue(one);
            }
        });

        (NetworkDeclaration Network, string Failure)[] failures = [.. from one in tried where one.Failure is not null orderby one.Failure.Length + one.Network.ToString().Length select (one.Network, one.Failure)];
        if (failures.Length > 0)
        {
            NetworkDeclaration smaller = shrink(failures[0].Network);
            Assert.Fail(
                $"{failures.Length} of {all.Length} fail on {device}:\n{string.Join("\n", failures.Take(2).Select(failure => $"{failure.Failure}\n{failure.Network}"))}" +
                (smaller == failures[0].Network ? "" : $"\nas small as it still fails:\n{smaller}\n{Failure(device, smaller)}"));
        }

        int undecided = tried.Count(one => !one.Decided);
        Assert.True(undecided <= MostUndecided * all.Length, $"{undecided} of {all.Length} networks could not be decided.");
        return $"{all.Length} networks hold on {device}, {undecided} of them not decided in every claim.";
    }

    /// <summary>What is wrong with a network, or null; null of one that is not compiled for GPUs, too.</summary>
    public static string? Failure(Device device, NetworkDeclaration declaration) =>
        Try(device, [declaration]).Single().Failure is string failure && !failure.Contains("error NETG", StringComparison.Ordinal) ? failure : null;

    private static IEnumerable<(NetworkDeclaration Network, string? Failure, bool Decided)> Try(Device device, NetworkDeclaration[] some)
    {
        GpuNetworks networks;
        try
        {
            networks = GpuCompiler.Compile(some);
        }
        catch (CompilationFailed) when (some.Length > 1)
        {
            return [.. some.SelectMany(one => Try(device, [one]))];
        }
        catch (CompilationFailed failed)
        {
            return [(some[0], failed.Message, true)];
        }

        using (networks)
        {
            return
            [
                .. from one in some
                   let tried = Try(device, networks, one)
                   select (one, tried.Failure, tried.Decided),
            ];
        }
    }

    private static (string? Failure, bool Decided) Try(Device device, GpuNetworks networks, NetworkDeclaration declaration)
    {
        ulong seed = (ulong)declaration.ToString().Length;
        IGpuNetwork[] gpus = [];
        try
        {
            gpus = [.. device.Open().Select(accelerator => networks.Open(declaration.Name, accelerator, MaximumRows))];
            NetworkDescription description = declaration.Describe();
            INetwork<float> network = networks.Create(declaration.Name, seed);

            // One row alone has no variance.
            int[] some = description.ParameterCount > Large ? rows[..3] : rows;
            int tried = Math.Max(network.Statistics.Length > 0 ? 2 : 1, some[seed % (ulong)some.Length]);
            Scatter(network, seed);
            bool averages = network.Statistics.Length > 0 && !description.Losses.IsEmpty;
            NetworkProof proof = NetworkProof.Of(
                new OnDevices(network, gpus), seed, tried, steps: 0, ProofParts.Forward | ProofParts.Gradient | (averages ? ProofParts.Training : 0));
            ProofFinding[] doubts = [.. proof.Findings.Where(finding => !finding.Holds && OnDevices.IsAnswered(finding))];
            string? failure = doubts.Any(finding => finding.Decided) ? string.Join<ProofFinding>("\n", doubts)
                : description.Losses.IsEmpty ? null
                : Training.Failure(networks, declaration.Name, gpus, [new(description, tried, seed), new(description, Math.Min(tried + 3, MaximumRows), seed + 1), new(description, 2, seed + 2)]);
            return (failure, doubts.Length == 0);
        }
        catch (Exception exception)
        {
            return (exception.ToString(), true);
        }
        finally
        {
            Array.ForEach(gpus, gpu => gpu.Dispose());
        }
    }

    /// <summary>Other biases, scales and statistics than networks begin with.</summary>
    private static void Scatter(INetwork<float> network, ulong seed)
    {
        var random = new SeededRandom(seed);
        foreach (ParameterTensor tensor in network.Layout.Tensors.Where(tensor => tensor.Shape.Length == 1))
        {
            foreach (int index in Enumerable.Range(0, tensor.Count))
            {
                network.Parameters[tensor.Position(index)] += (float)(random.Normal() / 4);
            }
        }

        foreach (ref float statistic in network.Statistics)
        {
            statistic += (float)(random.Uniform() / 2);
        }
    }
}
