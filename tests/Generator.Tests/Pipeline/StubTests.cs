using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class StubTests
{
    [Fact]
    public void A_wrong_network_keeps_its_public_members()
    {
        GeneratorRunResult result = Assert.Single(Host.Run(Host.Compile("""
            using NetGen;

            namespace Demo;

            partial class Outer
            {
                [Network(Seed = 42), Input(4)]
                [Dense(8, Activation.ReLU, Name = "hidden")]
                [Dropout(1.5)]
                [Dense(2)]
                public partial class Net;
            }
            """)).Results);
        GeneratedSourceResult file = Assert.Single(result.GeneratedSources);
        Snapshot.Match(file.SourceText.ToString(), file.HintName);
    }

    [Theory]
    [InlineData("[Network, Input(4), Dense(2)] class Net;")]
    [InlineData("class Outer { [Network, Input(4), Dense(2)] partial class Net; }")]
    [InlineData("[Network, Input(4), Dense(2)] static partial class Net;")]
    [InlineData("[Network, Input(4), Dense(2)] partial record Net;")]
    [InlineData("[Network, Input(4), Dense(2)] partial class Net { public int InputSize; }")]
    [InlineData("[Dense(2)] partial class Net;")]
    public void A_class_that_cannot_take_members_is_given_none(string source) =>
        Assert.Empty(Host.Run(Host.Compile($"using NetGen; {source}")).GeneratedTrees);
}
