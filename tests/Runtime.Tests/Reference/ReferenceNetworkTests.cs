using System;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Randomness;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

public sealed class ReferenceNetworkTests
{
    private static NetworkDescription Dropped => new(
        "Dropped", [40],
        [new ActivateDescription("A", [0], Activation.Identity), new DropoutDescription("D", [1], 0.25)],
        Loss.HalfSquaredError, Reduction.Sum);

    [Fact]
    public void DropoutKeepsWhatItsMaskKeepsAndDividesByTheChance()
    {
        var network = new ReferenceNetwork<double>(Dropped, seed: 5);
        double[] x = [.. Enumerable.Range(1, 80).Select(index => (double)index)], outputs = new double[80];
        network.Forward(new Batch<double>(2, x, default, step: 9), outputs, network.CreateWorkspace(2));
        for (int index = 0; index < 80; index++)
        {
            uint key = DropoutMask.Key(5, 9, layer: 2, row: index / 40);
            Assert.Equal(DropoutMask.Keeps(key, index % 40, 0.25f) ? x[index] / 0.75 : 0, outputs[index]);
        }

        Assert.InRange(outputs.Count(output => output == 0), 1, 79);
    }

    [Fact]
    public void PredictionAndCostSeeNoDropout()
    {
        var network = new ReferenceNetwork<double>(Dropped, seed: 5);
        double[] x = [.. Enumerable.Range(1, 40).Select(index => (double)index)];
        Assert.Equal(x, Predict(network, x));
        Assert.Equal(0, network.Cost(new Batch<double>(1, x, x), network.CreateWorkspace(1)));
        Assert.NotEqual(0, Gradient(network, new Batch<double>(1, x, x)).Cost);
    }

    [Fact]
    public void BackwardMeetsTheMaskOfItsForward()
    {
        var network = new ReferenceNetwork<double>(Dropped, seed: 5);
        double[] x = [.. Enumerable.Repeat(1.0, 80)], outputs = new double[80], inputGradient = new double[80];
        Workspace<double> workspace = network.CreateWorkspace(2);
        var batch = new Batch<double>(2, x, default, step: 4);
        network.Forward(batch, outputs, workspace);
        network.Backward(batch, x, [], workspace, inputGradient);
        Assert.Equal(outputs, inputGradient);
    }

    [Fact]
    public void TheLayoutIsCanonicalAndWithoutPadding()
    {
        NetworkDescription description = Chain(3, null, Dense(2), Activate(Activation.Tanh), Dense(4, bias: false), Dense(1));
        ParameterLayout layout = new ReferenceNetwork<float>(description).Layout;
        Assert.Equal(
            ["Layer1.Weights [2, 3] 0", "Layer1.Bias [2] 6", "Layer3.Weights [4, 2] 8", "Layer4.Weights [1, 4] 16", "Layer4.Bias [1] 20"],
            layout.Tensors.Select(tensor => $"{tensor.Name} [{string.Join(", ", tensor.Shape)}] {tensor.Offset}"));
        Assert.Equal((21, 21, 21), (layout.Length, layout.Count, description.ParameterCount));
        Assert.Equal([1, 1, 3, 4, 4], layout.Tensors.Select(tensor => tensor.Node));
    }

    [Fact]
    public void GradientsOverwriteWhatWasThere()
    {
        ReferenceNetwork<double> network = Of(Chain(1, Loss.HalfSquaredError, Dense(1)), 2, 0);
        double[] gradient = [100, 100];
        network.Gradient(new Batch<double>(1, [1], [0]), gradient, network.CreateWorkspace(1));
        Assert.Equal([2, 2], gradient);
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedInWords()
    {
        ReferenceNetwork<double> network = Of(Chain(2, Loss.CrossEntropy, Dense(3), Activate(Activation.Softmax)));
        ReferenceNetwork<double> regression = Of(Chain(2, Loss.HalfSquaredError, Dense(3)));
        Workspace<double> workspace = network.CreateWorkspace(1);
        double[] gradient = new double[9];

        Refused("inputs has 3", () => network.Forward([1, 2, 3], new double[3]));
        Refused("outputs has 2", () => network.Forward([1, 2], new double[2]));
        Refused("at least 1", () => network.Gradient(new Batch<double>(0, [], []), gradient, workspace));
        Refused("has 3 inputs; expected 2", () => network.Gradient(new Batch<double>([1, 2, 3], [0]), gradient, workspace));
        Refused("gradient has 8", () => network.Gradient(new Batch<double>([1, 2], [0]), new double[8], workspace));
        Refused("inputGradient has 1", () => network.Gradient(new Batch<double>([1, 2], [0]), gradient, workspace, new double[1]));
        Refused("has 2 targets; expected 3", () => network.Gradient(new Batch<double>(1, [1, 2], [0, 1]), gradient, workspace));
        Refused("is 3; expected 0 to 2", () => network.Gradient(new Batch<double>([1, 2], [3]), gradient, workspace));
        Refused("is -1; expected 0 to 2", () => network.Cost(new Batch<double>([1, 2], [-1]), workspace));
        Refused("has class labels, but this loss compares numbers", () => regression.Gradient(new Batch<double>([1, 2], [0]), gradient, workspace));
        Refused("outputGradient has 2", () => network.Backward(new Batch<double>([1, 2], [0]), [1, 2], gradient, workspace));
        Refused("parameters has 1", () => ReferencePass.Forward<Real<double>>(network.Description, [1], [1, 2], null));
        Refused("input has 1", () => ReferencePass.Forward<Real<double>>(network.Description, new Real<double>[9], [1], null));
        Refused("target has 1", () => ReferencePass.Loss<Real<double>>(network.Description, [[1, 2], [1, 2, 3], [1, 2, 3]], [1]));

        static void Refused(string why, Action call) => Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(call).Message);
    }

    [Fact]
    public void DualNumbersAndTheTapeGiveOneGradient()
    {
        NetworkDescription description = new(
            "Both", [3],
            [
                new DenseDescription("Dense1", [0], 4),
                new ActivateDescription("Activate1", [1], Activation.LeakyReLU, 0.2),
                new DropoutDescription("Dropout1", [2], 0.3),
                new ConcatDescription("Concat1", [3, 0]),
                new DenseDescription("Dense2", [4], 3),
                new AddDescription("Add1", [5, 0]),
                new ActivateDescription("Activate2", [6], Activation.Softmax),
            ],
            Loss.CrossEntropy);
        var network = new ReferenceNetwork<double>(description, seed: 3);
        double[] x = [0.5, -1, 2], y = [0.25, 0.5, 0.25];
        var (_, gradient, _) = Gradient(network, new Batch<double>(1, x, y, step: 7));

        double[] theta = network.Parameters.ToArray();
        Dual<Real<double>>[] input = [.. x.Select(Dual<Real<double>>.From)], target = [.. y.Select(Dual<Real<double>>.From)];
        for (int index = 0; index < theta.Length; index++)
        {
            Dual<Real<double>>[] parameters = [.. theta.Select((value, place) => new Dual<Real<double>>(value, place == index ? 1 : 0))];
            Dual<Real<double>>[][] nodes = ReferencePass.Forward<Dual<Real<double>>>(description, parameters, input, new DropoutKey(3, 7, 0));
            Assert.Equal(gradient[index], ReferencePass.Loss<Dual<Real<double>>>(description, nodes, target).Tangent.Number, 1e-14);
        }

        Assert.Contains(gradient, value => value != 0);
    }
}
