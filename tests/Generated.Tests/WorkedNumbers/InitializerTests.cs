using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Generated.Tests.WorkedNumbers;

public sealed class InitializerTests
{
    private const int Inputs = 400;
    private const int Units = 300;

    [Theory]
    [Trait("Mathematics", "E2")]
    [InlineData("Small", 0.01 * 0.01)]
    [InlineData("Unit", 1)]
    public void SmallNormalHasTheStandardDeviationOfItsScale(string layer, double variance) => HasVariance(layer, variance);

    [Theory]
    [Trait("Mathematics", "E3")]
    [InlineData("LeCun", 1.0 / Inputs)]
    public void LeCunHasOneOverTheInputs(string layer, double variance) => HasVariance(layer, variance);

    [Theory]
    [Trait("Mathematics", "E4")]
    [InlineData("He", 2.0 / Inputs)]
    public void HeHasTwoOverTheInputs(string layer, double variance) => HasVariance(layer, variance);

    [Theory]
    [Trait("Mathematics", "E5")]
    [InlineData("Glorot", 2.0 / (Inputs + Units))]
    public void GlorotHasTwoOverInputsAndOutputs(string layer, double variance) => HasVariance(layer, variance);

    [Theory]
    [Trait("Mathematics", "E6")]
    [InlineData("Scaled", 3.0 / Inputs)]
    [InlineData("ScaledByOne", 1.0 / Inputs)]
    [InlineData("BeforeReLU", 2.0 / Inputs)]
    [InlineData("BeforeLeakyReLU", 2.0 / Inputs)]
    [InlineData("BeforeTanh", 1.0 / Inputs)]
    [InlineData("BeforeSigmoid", 1.0 / Inputs)]
    [InlineData("BeforeNothing", 1.0 / Inputs)]
    public void ScaledAndAutomaticVariances(string layer, double variance) => HasVariance(layer, variance);

    [Theory]
    [Trait("Mathematics", "E6")]
    [InlineData("Uniform", 0.1 * 0.1 / 3)]
    [InlineData("LeCunUniform", 1.0 / Inputs)]
    [InlineData("HeUniform", 2.0 / Inputs)]
    [InlineData("GlorotUniform", 2.0 / (Inputs + Units))]
    public void UniformFormsHaveTheVariancesOfTheNormalOnes(string layer, double variance)
    {
        // Uniform draws vary less than normal ones: what holds for those holds for these.
        HasVariance(layer, variance);
        float bound = (float)Math.Sqrt(3 * variance);
        Assert.All(new Initialized(1).Get($"{layer}.Weights"), weight => Assert.InRange(weight, -bound, bound));
    }

    [Fact]
    [Trait("Mathematics", "E6")]
    public void CompiledNetworksAndTheirReferenceStartFromTheSameNumbers()
    {
        INetwork<float> network = new DrawnAsItsReference(7);
        var reference = new ReferenceNetwork<float>(network.Description, 7);
        float[] compiled = new float[network.Layout.Count], expected = new float[network.Layout.Count];
        network.Layout.CopyTo<float>(network.Parameters, compiled);
        reference.Layout.CopyTo<float>(reference.Parameters, expected);
        Assert.Equal(expected, compiled);

        // The filters, 5 rows of 3·2·2, have length 2.
        Assert.All(network.Get("Conv2D1.Weights").Chunk(12), filter => Assert.Equal(4, filter.Sum(weight => (double)weight * weight), 4 * Math.Pow(2, -23)));
    }

    [Fact]
    [Trait("Mathematics", "E1")]
    public void HiddenUnitsThatStartAlikeStayAlike()
    {
        INetwork<float>[] networks = [new StartsFromZeros(), new StartsFromAConstant()];
        float[] x = [1, 2, -1, 0.5f, 0.25f, -2];
        float[] y = [1, -1, 0.5f];
        foreach (INetwork<float> network in networks)
        {
            float[] start = network.Parameters.ToArray();
            for (int step = 0; step < 20; step++)
            {
                float[] gradient = network.GradientOf(x, y).Flat;
                for (int index = 0; index < gradient.Length; index++)
                {
                    network.Parameters[index] -= 0.1f * gradient[index];
                }
            }

            Assert.NotEqual(start, network.Parameters.ToArray());
            Assert.All(network.Get("Dense1.Weights").Chunk(2), unit => Assert.Equal(network.Get("Dense1.Weights")[..2], unit));
            Assert.Single(network.Get("Dense1.Bias").Distinct());
            Assert.Single(network.Get("Dense2.Weights").Distinct());
        }
    }

    [Fact]
    [Trait("Mathematics", "E1")]
    public void ConstantsAreWhatWasAsked()
    {
        Assert.All(new StartsFromZeros().Get("Dense1.Weights"), weight => Assert.Equal(0, weight));
        Assert.All(new StartsFromAConstant().Get("Dense1.Weights"), weight => Assert.Equal(0.5f, weight));
    }

    [Fact]
    [Trait("Mathematics", "E6")]
    public void TheSeedDecides()
    {
        Assert.Equal(new FiveThreeThreeTwo(3).Parameters.ToArray(), new FiveThreeThreeTwo(3).Parameters.ToArray());
        Assert.NotEqual(new FiveThreeThreeTwo(3).Parameters.ToArray(), new FiveThreeThreeTwo(4).Parameters.ToArray());
        Assert.Equal(3ul, new FiveThreeThreeTwo(3).Seed);
        Assert.Equal(0ul, new FiveThreeThreeTwo().Seed);
    }

    /// <summary>
    /// Of N normal draws with variance σ² the mean has standard deviation σ/√N and the sample variance σ²√(2/N); the
    /// seed is given, so that five of them is never a matter of luck.
    /// </summary>
    private static void HasVariance(string layer, double variance)
    {
        var network = new Initialized(1);
        float[] weights = network.Get($"{layer}.Weights");
        double mean = weights.Average(weight => (double)weight);
        double actual = weights.Average(weight => (weight - mean) * (weight - mean));

        Assert.Equal(Inputs * Units, weights.Length);
        Assert.InRange(mean, -5 * Math.Sqrt(variance / weights.Length), 5 * Math.Sqrt(variance / weights.Length));
        Assert.InRange(actual / variance, 1 - (5 * Math.Sqrt(2.0 / weights.Length)), 1 + (5 * Math.Sqrt(2.0 / weights.Length)));
        Assert.All(network.Get($"{layer}.Bias"), bias => Assert.Equal(0, bias));
    }
}
