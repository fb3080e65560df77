using System;
using System.Linq;
using NetGen.Generated.Tests.RandomNetworks;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.RandomNetworks;

/// <summary>
/// Networks nobody thought of, held against the reference. NETGEN_RANDOM_NETWORKS says how many (32 by default),
/// NETGEN_RANDOM_SEED the first seed (1 by default).
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void RandomNetworksAgreeWithTheReference(Device device)
    {
        ulong count = Number("NETGEN_RANDOM_NETWORKS", 32), first = Number("NETGEN_RANDOM_SEED", 1);
        NetworkDeclaration[] networks = [.. Enumerable.Range(0, (int)count).Select(index => RandomGpuNetwork.Of(first + (ulong)index))];
        Assert.All(networks, network => Assert.Null(Validity.Of(network)));

        output.WriteLine($"From seed {first}: {Systematic.Hold(device, networks, network => Shrinker.Shrink(network, smaller => Systematic.Failure(device, smaller) is not null))}");
    }

    private static ulong Number(string variable, ulong otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text) : otherwise;
}
