using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Reference;
using NetGen.Runtime.Tests.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Checking;

public sealed class GradientNormsTests
{
    // Layer1 has W [2, 1] and b [2], Layer3 W [1, 2] and b [1]; Layer2 learns nothing.
    private static readonly NetworkDescription Small = Nets.Chain(
        1, Loss.HalfSquaredError, Nets.Dense(2), Nets.Activate(Activation.Tanh), Nets.Dense(1));

    [Fact]
    public void A_layer_has_the_norm_of_all_its_parameters_and_the_total_of_all_layers()
    {
        GradientNorms norms = GradientNorms.Of(new ReferenceNetwork<double>(Small), [1, -4, 2, 2, 3, 4, 12]);
        Assert.Equal([("Layer1", 5.0), ("Layer3", 13.0)], norms.Layers.AsEnumerable());
        Assert.Equal(Math.Sqrt(194), norms.Total, 1e-14);
        Assert.Equal(13, norms["Layer3"]);
        Assert.Equal("layer   gradient norm\nLayer1      5.00E+000\nLayer3      1.30E+001\ntotal       1.39E+001", norms.ToString());
    }

    [Fact]
    public void Squares_beyond_the_range_of_double_are_no_matter()
    {
        GradientNorms norms = GradientNorms.Of(new ReferenceNetwork<double>(Small), [3e-200, 4e-200, 0, 0, 3e200, 4e200, 0]);
        Assert.Equal(5e-200, norms["Layer1"], 1e-214);
        Assert.Equal(5e200, norms["Layer3"], 1e186);
        Assert.Equal(0, GradientNorms.Of(new ReferenceNetwork<double>(Small), new double[7]).Total);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_shows(double element)
    {
        GradientNorms norms = GradientNorms.Of(new ReferenceNetwork<double>(Small), [1, element, 0, 0, 1, 0, 0]);
        Assert.Equal([("Layer1", element), ("Layer3", 1.0)], norms.Layers.AsEnumerable());
        Assert.Equal(element, norms.Total);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        ReferenceNetwork<float> network = new(Small);
        Assert.Equal(
            "gradient has 6 numbers; expected 7. (Parameter 'gradient')",
            Assert.Throws<ArgumentException>(() => GradientNorms.Of(network, new float[6])).Message);
        Assert.StartsWith(
            "No layer with parameters is named 'Layer2'; there are Layer1, Layer3.",
            Assert.Throws<ArgumentException>(() => GradientNorms.Of(network, new float[7])["Layer2"]).Message,
            StringComparison.Ordinal);
    }

    // L layers, the first L − 1 of them c·I without activation, of input x and with ∂ℓ/∂ŷ = δ: every product below is exact.
    [Theory]
    [Trait("Mathematics", "I7")]
    [InlineData(1.5)]
    [InlineData(0.5)]
    public void Gradients_explode_or_vanish_with_depth(double scale)
    {
        const int Depth = 20;
        ReferenceNetwork<double> network = new(Nets.Chain(2, Loss.HalfSquaredError, [.. Enumerable.Repeat(Nets.Dense(2), Depth)]));
        for (int layer = 1; layer < Depth; layer++)
        {
            network.Layout[$"Layer{layer}.Weights"].CopyFrom<double>(network.Parameters, [scale, 0, 0, scale]);
        }

        network.Layout[$"Layer{Depth}.Weights"].CopyFrom<double>(network.Parameters, [3, 0, 4, 0]);

        // ŷ = W·c^(L−1)·x
        double power = Math.Pow(scale, Depth - 1);
        Assert.Equal([6 * power, 8 * power], Nets.Predict(network, 2, 1));

        // With x = 0 the gradient of a layer is that of its bias, δˡ = c^(L−1−l)·Wᵀδᴸ, and Wᵀδᴸ = (25, 0) where δᴸ = (3, 4).
        GradientNorms norms = Norms(network, [0, 0], [-3, -4]);
        Assert.Equal([.. Enumerable.Range(1, Depth - 1).Select(layer => 25 * Math.Pow(scale, Depth - 1 - layer)), 5], norms.Layers.Select(layer => layer.Norm));
        Assert.Equal(scale > 1, norms["Layer1"] > 1000 * norms[$"Layer{Depth - 1}"]);
        Assert.Equal(scale < 1, norms["Layer1"] < norms[$"Layer{Depth - 1}"] / 1000);

        // With x, dWˡ = δˡ·(c^(l−1)·x)ᵀ beside it: |Wᵀδ|·c^(L−2)·|x| in every layer before the last.
        norms = Norms(network, [0, 1], [-3, -4]);
        Assert.Equal(25 * Math.Sqrt(Math.Pow(scale, 2 * (Depth - 2)) * 2), norms["Layer1"], 1e-12 * norms["Layer1"]);
    }

    private static GradientNorms Norms(ReferenceNetwork<double> network, double[] x, double[] y) =>
        GradientNorms.Of(network, Nets.Gradient(network, new Batch<double>(1, x, y)).Gradient);
}
