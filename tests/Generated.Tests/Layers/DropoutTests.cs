using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

public sealed class DropoutTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryWidthDropsWhatTheReferenceDrops() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        from rate in (double[])[0, 0.2, 0.5, 0.9]
        select NetworkDeclaration.Of($"Dropout{width}Rate{(int)(10 * rate)}", [width], new Dropout(rate)).With(Loss.HalfSquaredError)));

    [Fact]
    public void DropoutBetweenLayersAndOnTheInput() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        select NetworkDeclaration.Of(
            $"Dropping{width}", [width],
            new Dropout(0.25), new Dense(width, Activation.ReLU), new Dropout(0.5), new Dense(4, Activation.Tanh), new Dropout(0.1))
            .With(Loss.MeanSquaredError)));

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
