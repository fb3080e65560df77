using System;
using System.Linq;
using NetGen.Data;
using NetGen.Generated.Tests.Support;
using NetGen.Training;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Deep;

/// <summary>Networks of 152 dense layers, fifty units of three with one before and one behind.</summary>
public sealed class DepthTests(ITestOutputHelper output)
{
    private const int Units = 50;
    private const int Width = 64;
    private const int Classes = 10;
    private const int Rows = 256;

    [Fact]
    public void AResidualNetworkOfAHundredAndFiftyTwoLayersTrains()
    {
        // The last of a unit starts small, so that the sum of fifty units does (Zhang, Dauphin and Ma, 2019).
        NetworkDeclaration declaration = Network(
            "Residual", new Dense(Width, Activation.ReLU), new Dense(Width, Activation.ReLU), new Dense(Width) { Initializer = Initializer.Scaled, Scale = 0.01 }, new Add("input"));
        using CompiledNetworks compiled = NetworkCompiler.Generate([declaration]).Compile();
        INetwork<float> network = compiled.Create("Residual", seed: 1);
        Assert.Equal(152, network.Description.Layers.Count(layer => layer is DenseDescription));

        float[] losses = [.. new Trainer<float>(network, Examples(), new Adam<float>(network.Parameters.Length, learningRate: 1e-3), batchSize: 32).Run(epochs: 5).Select(report => (float)report.Loss)];
        output.WriteLine($"loss by epoch of eight steps: {string.Join(", ", losses.Select(loss => $"{loss:F3}"))}");
        Assert.True(losses[^1] < 0.5 * losses[0], $"{losses[0]} → {losses[^1]}");
    }

    [Fact]
    public void GradientsReachTheFirstLayersByTheResidualPathAlone()
    {
        LayerDeclaration[] unit = [new Dense(Width, Activation.Sigmoid), new Dense(Width, Activation.Sigmoid), new Dense(Width)];
        using CompiledNetworks compiled = NetworkCompiler.Generate([Network("Residual", [.. unit, new Add("input")]), Network("Plain", unit)]).Compile();
        double[] residual = GradientNorms(compiled.Create("Residual", seed: 1));
        double[] plain = GradientNorms(compiled.Create("Plain", seed: 1));

        output.WriteLine("norm of the gradient of a unit's weights, of units 50, 40, … 1");
        int[] shown = [49, 39, 29, 19, 9, 0];
        output.WriteLine($"with the residual path:    {string.Join("  ", shown.Select(index => $"{residual[index]:E1}"))}");
        output.WriteLine($"without:                   {string.Join("  ", shown.Select(index => $"{plain[index]:E1}"))}");

        // A sigmoid passes at most a quarter of a gradient on. Each unit has two: through ten of them 4^-20 is left.
        Assert.All(Enumerable.Range(0, 40), index => Assert.True(plain[index] < Math.Pow(4, -20) * plain[index + 10] * 100 || plain[index] == 0, $"unit {index + 1}: {plain[index]}"));
        Assert.True(plain[0] < 1e-30);

        // By the path past the units it loses nothing.
        Assert.All(residual, norm => Assert.InRange(norm, residual[^1] / 30, residual[^1] * 30));
    }

    private static NetworkDeclaration Network(string name, params LayerDeclaration[] unit) => NetworkDeclaration.Of(
        name, [Width], new Dense(Width, Activation.ReLU), new Block($"{name}Unit", [.. unit], Units) { Name = "Unit" }, new Dense(Classes, Activation.Softmax)).With(Loss.CrossEntropy);

    /// <summary>The norm of the gradient of each unit's first weights.</summary>
    private static double[] GradientNorms(INetwork<float> network)
    {
        var gradient = new float[network.Layout.Length];
        (float[] inputs, float[] targets) = Data();
        network.Gradient(new Batch<float>(Rows, inputs, targets), gradient, network.CreateWorkspace(Rows));
        return [.. Enumerable.Range(1, Units).Select(unit => Math.Sqrt(network.Get(gradient, $"Unit{unit}_Dense1.Weights").Sum(element => (double)element * element)))];
    }

    private static Examples<float> Examples()
    {
        (float[] inputs, float[] targets) = Data();
        return new Examples<float>(Rows, inputs, targets);
    }

    /// <summary>Noise around one point for every class.</summary>
    private static (float[] Inputs, float[] Targets) Data()
    {
        var random = new SeededRandom(3);
        float[] centres = [.. Enumerable.Range(0, Classes * Width).Select(_ => (float)random.Between(-100, 100) / 100)];
        var targets = new float[Rows * Classes];
        float[] inputs = [.. Enumerable.Range(0, Rows * Width).Select(index => centres[(index / Width % Classes * Width) + (index % Width)] + ((float)random.Between(-100, 100) / 400))];
        for (int row = 0; row < Rows; row++)
        {
            targets[(row * Classes) + (row % Classes)] = 1;
        }

        return (inputs, targets);
    }
}
