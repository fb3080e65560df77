using NetGen.Checking;
using NetGen.Runtime.Tests;
using Xunit;

namespace NetGen.Generated.Tests.Declared;

public sealed class CultureTests
{
    [Fact]
    public void ACompiledNetworkIsProvedInEveryCulture()
    {
        using HostileCulture hostile = new();
        foreach (INetwork<float> network in new INetwork<float>[] { new Plain(), new Classifier(), new Outer.Plain() })
        {
            NetworkProof proof = NetworkProof.Of(network);
            Assert.True(proof.Passed, proof.ToString());
        }
    }
}
