using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.WorkedNumbers;

/// <summary>Backpropagation through networks small enough for paper; all numbers are exact.</summary>
public sealed class BackwardTests
{
    // z¹ = (0, 5) and (2, −1): one unit on, one off in each row. ŷ = (11, −4) and (5, 3), δ² = (1, −2) and (−2, 1).
    private static readonly float[] x = [1, 2, -1, 1, 0, 1];
    private static readonly float[] y = [10, -2, 7, 2];

    [Fact]
    [Trait("Mathematics", "D1")]
    [Trait("Mathematics", "D2")]
    [Trait("Mathematics", "D3")]
    [Trait("Mathematics", "D6")]
    public void TheTwoLayerDerivationGivesItsNumbers()
    {
        TwoLayers network = Worked();
        Assert.Equal([11, -4, 5, 3], network.Predict(x));

        Gradients gradients = network.GradientOf(x, y);

        Assert.Equal(2.5f, gradients.Cost);

        // dW² = ½ Σ δ² a¹ᵀ with a¹ = (0, 5) and (2, 0)
        Assert.Equal([-2, 2.5f, 1, -5], gradients["Dense2.Weights"]);
        Assert.Equal([-0.5f, -0.5f], gradients["Dense2.Bias"]);

        // δ¹ = (W²ᵀδ²) ⊙ 1{z¹ > 0} = (0, 4) and (−3, 0)
        Assert.Equal([-1.5f, 0, -1.5f, 2, 4, -2], gradients["Dense1.Weights"]);
        Assert.Equal([-1.5f, 2], gradients["Dense1.Bias"]);
    }

    [Fact]
    [Trait("Mathematics", "D5")]
    public void TheInputsGradientComesOnRequest()
    {
        TwoLayers network = Worked();
        Gradients gradients = network.GradientOf(x, y);

        // ∂J/∂x = ½ W¹ᵀδ¹ per row
        Assert.Equal([2, 4, -2, -1.5f, 0, -1.5f], gradients.Input);

        var alone = new float[TwoLayers.Layout.Length];
        network.Gradient(new Batch<float>(2, x, y), alone, network.CreateWorkspace(2));
        Assert.Equal(gradients.Flat, alone);
    }

    [Fact]
    [Trait("Mathematics", "D4")]
    public void BackwardFromTheLossesGradientIsTheGradient()
    {
        TwoLayers network = Worked();

        Gradients whole = network.GradientOf(x, y);
        Gradients fromUpstream = network.BackwardOf(x, [0.5f, -1, -1, 0.5f]);

        Assert.Equal(whole.Flat, fromUpstream.Flat);
        Assert.Equal(whole.Input, fromUpstream.Input);
    }

    [Fact]
    [Trait("Mathematics", "D4")]
    public void NetworksCompose()
    {
        var first = new TwoToTwoReLU();
        first.Set("Dense1.Weights", 1, -1, 2, 1);
        first.Set("Dense1.Bias", 0, -1);
        var second = new TwoToTwo();
        second.Set("Dense1.Weights", 1, 2, -1, 1);
        second.Set("Dense1.Bias", 1, 0);
        float[] x = [1, 2];
        float[] between = first.Predict(x);
        Assert.Equal([0, 3], between);

        // ŷ = (7, 3), y = (6, 1), δ = (1, 2), da = W₂ᵀδ = (−1, 4), dz = (0, 4), dx = W₁ᵀdz = (8, 4)
        Gradients head = second.GradientOf(between, [6f, 1]);
        Gradients body = first.BackwardOf(x, head.Input);

        Assert.Equal([-1, 4], head.Input);
        Assert.Equal([0, 3, 0, 6], head["Dense1.Weights"]);
        Assert.Equal([0, 0, 4, 8], body["Dense1.Weights"]);
        Assert.Equal([0, 4], body["Dense1.Bias"]);
        Assert.Equal([8, 4], body.Input);
    }

    [Fact]
    [Trait("Mathematics", "D3")]
    public void AGradientOverwritesWhatTheBufferHeld()
    {
        TwoLayers network = Worked();
        var gradient = new float[TwoLayers.Layout.Length];
        Array.Fill(gradient, float.NaN);

        network.Gradient(new Batch<float>(2, x, y), gradient, network.CreateWorkspace(2));

        Assert.DoesNotContain(float.NaN, gradient);
        Assert.Equal(network.GradientOf(x, y).Flat, gradient);
    }

    // Eleven layers c·I and a last W: every product below is exact in float.
    [Theory]
    [Trait("Mathematics", "I7")]
    [InlineData(1.5f)]
    [InlineData(0.5f)]
    public void GradientsExplodeOrVanishWithDepth(float scale)
    {
        var network = new TwelveLayers();
        for (int layer = 1; layer <= 11; layer++)
        {
            network.Set($"Scaled{layer}_Dense1.Weights", scale, 0, 0, scale);
        }

        network.Set("Last.Weights", 3, 0, 4, 0);

        // ŷ = W·c¹¹·x
        float power = MathF.Pow(scale, 11);
        Assert.Equal([6 * power, 8 * power], network.Predict(2, 1));

        // With x = 0 the gradient of layer l is that of its bias, c^(11−l)·Wᵀδ: δ = (3, 4), Wᵀδ = (25, 0).
        GradientNorms norms = GradientNorms.Of<float>(network, network.GradientOf([0f, 0], [-3f, -4]).Flat);
        Assert.Equal([.. Enumerable.Range(1, 11).Select(layer => ($"Scaled{layer}_Dense1", 25 * Math.Pow(scale, 11 - layer))), ("Last", 5.0)], norms.Layers.AsEnumerable());
    }

    private static TwoLayers Worked()
    {
        var network = new TwoLayers();
        network.Set("Dense1.Weights", 1, 0, 1, 1, 2, -1);
        network.Set("Dense1.Bias", 0, -1);
        network.Set("Dense2.Weights", 2, 2, 1, -1);
        network.Set("Dense2.Bias", 1, 1);
        return network;
    }
}
