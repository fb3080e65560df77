using System.Linq;
using NetGen.Generated.Tests.Declared.@namespace.@class;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.Declared;

/// <summary>Networks as users declare them, compiled with these tests by the generator as an analyzer.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void NetworksStandInAnyPartialTypeAndNamespace()
    {
        INetwork<float>[] networks =
        [
            new Plain(), new InOneList(), new Outer.Plain(), new Outer.Middle.Inner().Make(), new InTheGlobalNamespace(), new @event(), new Classifier(),
#pragma warning disable CS0618 // It is obsolete on purpose.
            new WithABody(),
#pragma warning restore CS0618
        ];

        Assert.Equal([(3, 2), (2, 1), (1, 1), (2, 3), (4, 3), (1, 2), (40, 5), (2, 2)], networks.Select(network => (network.Description.InputSize, network.Description.OutputSize)));
        Assert.All(networks, network => Assert.All(network.Predict(new float[network.Description.InputSize]), output => Assert.True(float.IsFinite(output))));
    }

    [Fact]
    public void AnotherPartOfTheClassUsesTheGeneratedMembers()
    {
        var network = new Plain();

        Assert.Equal(network.Predict(1, 2, 3)[0], network.First([1, 2, 3]));
    }

    [Fact]
    public void BodiesBasesAndOtherAttributesStay()
    {
#pragma warning disable CS0618 // It is obsolete on purpose.
        var network = new WithABody { Name = "mine" };
#pragma warning restore CS0618
        network.Dispose();

        Assert.Equal("mine", network.Name);
        Assert.True(network.IsDisposed);
        Assert.IsAssignableFrom<Base>(network);
    }

    [Fact]
    public void SizesAreConstants()
    {
        const int Sum = Plain.InputSize + Plain.OutputSize + Plain.ParameterCount;

        Assert.Equal(3 + 2 + 16 + 8, Sum);
        Assert.Equal(Plain.ParameterCount, Plain.Layout.Count);
    }

    [Fact]
    public void TheDeclaredSeedIsTheConstructorsDefault()
    {
        Assert.Equal(5ul, new Plain().Seed);
        Assert.Equal(6ul, new Plain(seed: 6).Seed);
        Assert.Equal(new Plain(5).Parameters.ToArray(), new Plain().Parameters.ToArray());
        Assert.NotEqual(new Plain(6).Parameters.ToArray(), new Plain().Parameters.ToArray());
    }

    [Fact]
    public void NoAttributeOfNetGenRemainsInTheAssembly() =>
        Assert.DoesNotContain(typeof(Plain).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributesData()), data => data.AttributeType.Namespace == "NetGen");

    [Fact]
    public void TheDescriptionIsData()
    {
        NetworkDescription description = Classifier.Description;

        Assert.Equal("Classifier", description.Name);
        Assert.Equal(Loss.CrossEntropy, description.Loss);
        Assert.Equal(
            ["Dense1", "Dense1.Activate", "Dense2", "Dense2.Activate", "Dropout1", "Dense3", "Dense3.Activate"], description.Layers.Select(layer => layer.Name));
        Assert.Same(description, ((INetwork<float>)new Classifier()).Description);
    }
}
