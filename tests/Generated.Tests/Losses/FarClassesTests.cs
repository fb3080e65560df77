using NetGen.Generated.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Generated.Tests.Losses;

/// <summary>A class of target 0 adds nothing to cross-entropy, be its logit so far that its logarithm is −∞.</summary>
public sealed class FarClassesTests
{
    [Theory]
    [Trait("Mathematics", "C4")]
    [InlineData(3, Activation.Softmax)]
    [InlineData(16, Activation.Softmax)]
    [InlineData(21, Activation.Softmax)]
    [InlineData(3, Activation.LogSoftmax)]
    public void OneHotTargetsCostWhatLabelsDo(int classes, Activation activation)
    {
        NetworkDeclaration declaration = NetworkDeclaration.Of("Far", [classes], new Activate(activation)).With(Loss.CrossEntropy);
        using CompiledNetworks compiled = NetworkCompiler.Generate([declaration]).Compile();
        INetwork<float> network = compiled.Create("Far");
        float[] z = [3e38f, -3e38f, .. new float[classes - 2]], y = [1, .. new float[classes - 1]];

        foreach (INetwork<float> held in new[] { network, new ReferenceNetwork<float>(network.Description) })
        {
            Assert.Equal(0, held.CostOf(z, [0]));
            Assert.Equal(0, held.CostOf(z, y));
            Assert.Equal(0, held.GradientOf(z, y).Cost);
            Assert.All(held.GradientOf(z, y).Input, slope => Assert.Equal(0, slope));
        }
    }

    [Fact]
    [Trait("Mathematics", "C4")]
    public void ATargetThatIsNotZeroStillCosts()
    {
        NetworkDeclaration declaration = NetworkDeclaration.Of("Far", [3], new Activate(Activation.Softmax)).With(Loss.CrossEntropy);
        using CompiledNetworks compiled = NetworkCompiler.Generate([declaration]).Compile();
        INetwork<float> network = compiled.Create("Far");

        foreach (INetwork<float> held in new[] { network, new ReferenceNetwork<float>(network.Description) })
        {
            Assert.Equal(float.PositiveInfinity, held.CostOf([3e38f, -3e38f, 0], [0.5f, 0.5f, 0]));
            Assert.True(float.IsNaN(held.CostOf([float.NaN, 0, 0], [0f, 1, 0])));
        }
    }
}
