using System;
using System.Linq;
using System.Text.Json;
using NetGen.Generated.Tests.Support;
using NetGen.Oracle;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

public sealed class DropoutTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryWidthDropsWhatTheReferenceDrops() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        from rate in (double[])[0, 0.2, 0.5, 0.9]
        from classical in (bool[])[.. rate == 0.2 ? [true] : (bool[])[], false]
        select NetworkDeclaration.Of($"Dropout{width}Rate{(int)(10 * rate)}{(classical ? "Classical" : "")}", [width], new Dropout(rate) { Classical = classical }).With(Loss.HalfSquaredError)));

    [Fact]
    public void DropoutBetweenLayersAndOnTheInput() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        select NetworkDeclaration.Of(
            $"Dropping{width}", [width],
            new Dropout(0.25), new Dense(width, Activation.ReLU), new Dropout(0.5) { Classical = width % 2 == 0 }, new Dense(4, Activation.Tanh), new Dropout(0.1))
            .With(Loss.MeanSquaredError)));

    [SharedOracleFact]
    [Trait("Mathematics", "H3")]
    [Trait("Mathematics", "H4")]
    public void PyTorchsMasksDropWhatTheyDropThere()
    {
        (OracleCase Oracle, bool Classical)[] cases = [.. DropoutOracle.Masks.SelectMany(oracle => ((bool[])[false, true]).Select(classical => (oracle, classical)))];
        JsonElement[] contracts = [.. DropoutOracle.Contract];
        NetworkDescription[] descriptions = [.. cases.Select(item => DropoutOracle.Describe(item.Oracle, item.Classical)), .. contracts.Select(DropoutOracle.Describe)];
        GeneratedNetworks generated = NetworkCompiler.Generate([.. descriptions.Select(description => Declare.Network(description, description.Name))]);
        foreach (VectorForm form in Enum.GetValues<VectorForm>())
        {
            using CompiledNetworks compiled = generated.Compile(form);
            Assert.Empty(cases.Where(item => compiled.Has(DropoutOracle.NameOf(item.Oracle, item.Classical)))
                .SelectMany(item => DropoutOracle.Differences(item.Oracle, compiled.Create(DropoutOracle.NameOf(item.Oracle, item.Classical)), item.Classical)));
            Assert.Empty(contracts.SelectMany(contract => DropoutOracle.Differences(contract, compiled.Create(DropoutOracle.Describe(contract).Name, 1))));
        }
    }

    /// <summary>The network that is scaled by p is the mean of all 2⁴ thinned ones where the output is linear, and their geometric mean behind a softmax.</summary>
    [Fact]
    [Trait("Mathematics", "H4")]
    [Trait("Mathematics", "H7")]
    public void TheScaledNetworkIsTheMeanOfAllThinnedOnes()
    {
        const double Rate = 0.2;
        float[] input = [0.5f, -1.5f, 2];
        NetworkDescription[] descriptions = [Thinned.Describe("Linear", Rate, classical: true, softmax: false), Thinned.Describe("Classes", Rate, classical: true, softmax: true)];
        using CompiledNetworks compiled = NetworkCompiler.Compile(descriptions.Select(description => Declare.Network(description, description.Name)), VectorForm.Vector);
        foreach (NetworkDescription description in descriptions)
        {
            INetwork<float> network = compiled.Create(description.Name, 7);
            var all = Thinned.All(network, Rate, input);
            double[] mean = description.Name == "Linear" ? Thinned.Mean(all) : Thinned.GeometricMean(all);

            // Each output is a sum of four products and a bias, below 2, and of sixteen of them the mean; a softmax costs 6 ulp.
            Assert.All(network.Predict(input).Zip(mean), pair => Assert.Equal(pair.First, pair.Second, 32 * Math.ScaleB(1, -24)));
        }
    }

    [Fact]
    public void PredictionDropsNothingAndTrainingWhatSeedStepAndRowSay()
    {
        using CompiledNetworks compiled = NetworkCompiler.Compile(
            [NetworkDeclaration.Of("Dropping", [64], new Dropout(0.5))], VectorForm.Vector);
        float[] ones = [.. Enumerable.Repeat(1f, 2 * 64)];
        INetwork<float> network = compiled.Create("Dropping", 1);

        Assert.Equal(ones, network.Predict(ones));

        float[] first = Trained(network, ones, step: 1);
        Assert.All(first, element => Assert.True(element is 0 or 2, $"{element}"));
        Assert.InRange(first.Count(element => element == 0), 40, 88);
        Assert.NotEqual(first[..64], first[64..]);
        Assert.Equal(first, Trained(network, ones, step: 1));
        Assert.NotEqual(first, Trained(network, ones, step: 2));
        Assert.NotEqual(first, Trained(compiled.Create("Dropping", 2), ones, step: 1));
    }

    private static float[] Trained(INetwork<float> network, float[] inputs, long step)
    {
        var outputs = new float[inputs.Length];
        network.Forward(new Batch<float>(2, inputs, default, step), outputs, network.CreateWorkspace(2));
        return outputs;
    }
}
