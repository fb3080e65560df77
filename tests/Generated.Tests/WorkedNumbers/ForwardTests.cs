using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.WorkedNumbers;

public sealed class ForwardTests
{
    [Fact]
    [Trait("Mathematics", "A1")]
    public void ANeuronIsAnActivationOfAWeightedSum()
    {
        var neuron = new Neuron();
        neuron.Set("Dense1.Weights", 1, -2, 0.5f);
        neuron.Set("Dense1.Bias", -1);

        // z = 1·2 − 2·1 + 0.5·4 − 1 = 1
        Close.To([1 / (1 + Math.Exp(-1))], neuron.Predict(2, 1, 4));
    }

    [Fact]
    [Trait("Mathematics", "A2")]
    public void ADenseLayerTakesTheWholeBatchAtOnce()
    {
        var layer = new TwoToThree();
        layer.Set("Dense1.Weights", 1, 2, 3, 4, 5, 6);
        layer.Set("Dense1.Bias", 10, 20, 30);

        float[] z = layer.Predict(1, 0, 0, 1, 1, 1, -1, 2);

        Assert.Equal([11, 23, 35, 12, 24, 36, 13, 27, 41, 13, 25, 37], z);
    }

    [Fact]
    [Trait("Mathematics", "A3")]
    public void APerceptronHasAnActivationPerLayer()
    {
        var network = new TwoTwoOne();
        network.Set("Dense1.Weights", 1, 0.5f, -1, 2);
        network.Set("Dense1.Bias", 0.25f, -0.5f);
        network.Set("Dense2.Weights", 2, -3);
        network.Set("Dense2.Bias", 0.5f);

        // x = (1, −1): z¹ = (0.75, −3.5), a¹ = tanh z¹, z² = 2·a¹₁ − 3·a¹₂ + 0.5
        double z = 2 * Math.Tanh(0.75) - 3 * Math.Tanh(-3.5) + 0.5;
        Close.To([1 / (1 + Math.Exp(-z))], network.Predict(1, -1));
        Assert.Equal(2, TwoTwoOne.Description.Layers.OfType<DenseDescription>().Count());
    }

    [Fact]
    [Trait("Mathematics", "A4")]
    public void DimensionsAndCountsAreThoseOfTheSummary()
    {
        Assert.Equal(9, TwoTwoOne.Layout.Count);
        Assert.Equal(9, TwoTwoOne.ParameterCount);
        Assert.Equal(38, FiveThreeThreeTwo.Layout.Count);
        Assert.Equal(38, FiveThreeThreeTwo.ParameterCount);
        Assert.Equal([18, 12, 8], [.. FiveThreeThreeTwo.Layout.Tensors.GroupBy(tensor => tensor.Node).Select(layer => layer.Sum(tensor => tensor.Count))]);
        Assert.Equal(
            ["Dense1.Weights [3, 5]", "Dense1.Bias [3]", "Dense2.Weights [3, 3]", "Dense2.Bias [3]", "Dense3.Weights [2, 3]", "Dense3.Bias [2]"],
            FiveThreeThreeTwo.Layout.Tensors.Select(tensor => $"{tensor.Name} [{string.Join(", ", tensor.Shape)}]"));
    }

    [Fact]
    [Trait("Mathematics", "A5")]
    public void TheToyLayerGivesItsWorkedNumbers()
    {
        var toy = new TwoToTwoReLU();
        toy.Set("Dense1.Weights", 1, 0.5f, 0.5f, 1);
        toy.Set("Dense1.Bias", -2, 0.5f);
        var linear = new TwoToTwo();
        linear.Set("Dense1.Weights", 1, 0.5f, 0.5f, 1);
        linear.Set("Dense1.Bias", -2, 0.5f);

        Assert.Equal([0, 3, -2, 2], linear.Predict(1, 2, -1, 2));
        Assert.Equal([0, 3, 0, 2], toy.Predict(1, 2, -1, 2));
    }

    [Fact]
    [Trait("Mathematics", "A5")]
    public void ARectangularLayerTellsWFromItsTranspose()
    {
        var layer = new TwoToThree();
        layer.Set("Dense1.Weights", 1, 0.5f, -2, 1, 0, 3);
        layer.Set("Dense1.Bias", -2, 0.5f, 1);

        Assert.Equal([0, 0.5f, 7, -2, 4.5f, 7], layer.Predict(1, 2, -1, 2));
    }

    [Fact]
    [Trait("Mathematics", "A8")]
    public void TwoIdentityLayersAreOne()
    {
        var two = new TwoThreeTwo();
        two.Set("Dense1.Weights", 1, 2, -1, 3, 2, 0);
        two.Set("Dense1.Bias", 1, -1, 2);
        two.Set("Dense2.Weights", 1, 0, 2, -1, 1, 3);
        two.Set("Dense2.Bias", 4, -3);
        var one = new TwoToTwo();

        // W = W₂W₁ and b = W₂b₁ + b₂
        one.Set("Dense1.Weights", 5, 2, 4, 1);
        one.Set("Dense1.Bias", 9, 1);

        float[] x = [1, 2, -3, 4, 0.5f, -0.25f];
        Assert.Equal(one.Predict(x), two.Predict(x));
    }

    [Fact]
    [Trait("Mathematics", "A9")]
    public void AnImageFlattensToItsElementsInRowMajorOrder()
    {
        var network = new Image();
        Assert.Equal([1, 12288], [.. Image.Layout["Dense1.Weights"].Shape]);

        var weights = new float[12288];
        weights[((5 * 64) + 7) * 3 + 2] = 1;
        network.Set("Dense1.Weights", weights);
        var image = new float[64 * 64 * 3];
        image[((5 * 64) + 7) * 3 + 2] = 0.75f;

        Assert.Equal([0.75f], network.Predict(image));
    }

    [Fact]
    [Trait("Mathematics", "A7")]
    public void LogisticRegressionStartsFromZerosAndLearns()
    {
        var network = new LogisticRegression();
        Assert.Equal([0.5f, 0.5f], network.Predict(1, 2, -3, 4));

        float[] x = [-2, -1, -1, 1, 1, -1, 2, 1];
        float[] y = [0, 0, 1, 1];
        Descend(network, (network, workspace, gradient) => network.Gradient(new Batch<float>(4, x, y), gradient, workspace));

        Assert.Equal(y, network.Predict(x).Select(a => MathF.Round(a)));
    }

    [Fact]
    [Trait("Mathematics", "A7")]
    public void SoftmaxRegressionStartsFromZerosAndLearns()
    {
        var network = new SoftmaxRegression();
        Close.To([1 / 3.0, 1 / 3.0, 1 / 3.0], network.Predict(1, 2));

        float[] x = [1, 0, -1, 1, -1, -1];
        int[] y = [0, 1, 2];
        Descend(network, (network, workspace, gradient) => network.Gradient(new Batch<float>(x, y), gradient, workspace));

        Assert.Equal(y, network.Predict(x).Chunk(3).Select(row => Array.IndexOf(row, row.Max())));
    }

    private static void Descend(INetwork<float> network, Func<INetwork<float>, Workspace<float>, float[], float> gradientOf)
    {
        Workspace<float> workspace = network.CreateWorkspace(4);
        var gradient = new float[network.Layout.Length];
        float before = float.PositiveInfinity;
        for (int step = 0; step < 100; step++)
        {
            float cost = gradientOf(network, workspace, gradient);
            Assert.True(cost < before, $"Step {step}: the cost went from {before} to {cost}.");
            before = cost;
            for (int index = 0; index < gradient.Length; index++)
            {
                network.Parameters[index] -= 0.5f * gradient[index];
            }
        }
    }
}
