using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Checking;
using NetGen.Data;
using NetGen.Generated.Tests.Support;
using NetGen.Training;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Deep;

/// <summary>
/// Networks of 152 layers: fifty units of three dense layers with one before and one behind, and seventy-five of two convolutions with one before and
/// a dense layer behind.
/// </summary>
public sealed class DepthTests(ITestOutputHelper output)
{
    private const int Units = 50;
    private const int Width = 64;
    private const int Classes = 10;
    private const int Rows = 256;
    private const int ImageUnits = 75;
    private const int Channels = 4;
    private const int Side = 4;

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
        double[] residual = NormsByUnit(compiled.Create("Residual", seed: 1));
        double[] plain = NormsByUnit(compiled.Create("Plain", seed: 1));

        output.WriteLine("norm of the gradient of a unit's first layer, of units 50, 40, … 1");
        int[] shown = [49, 39, 29, 19, 9, 0];
        output.WriteLine($"with the residual path:    {string.Join("  ", shown.Select(index => $"{residual[index]:E1}"))}");
        output.WriteLine($"without:                   {string.Join("  ", shown.Select(index => $"{plain[index]:E1}"))}");

        // A sigmoid passes at most a quarter of a gradient on. Each unit has two: through ten of them 4^-20 is left.
        Assert.All(Enumerable.Range(0, 40), index => Assert.True(plain[index] < Math.Pow(4, -20) * plain[index + 10] * 100 || plain[index] == 0, $"unit {index + 1}: {plain[index]}"));
        Assert.True(plain[0] < 1e-30);

        // By the path past the units it loses nothing.
        Assert.All(residual, norm => Assert.InRange(norm, residual[^1] / 30, residual[^1] * 30));
    }

    [Fact]
    public void AResidualNetworkOfAHundredAndFiftyTwoConvolutionsBuildsInSecondsAndTrains()
    {
        var time = Stopwatch.StartNew();
        GeneratedNetworks generated = NetworkCompiler.Generate(
            [Images("Seeing", Convolution(Activation.ReLU), Convolution() with { Initializer = Initializer.Scaled, Scale = 0.01 }, new Add("input"))]);
        output.WriteLine($"generated in {time.Elapsed.TotalSeconds:F1} s, {generated.Files.Sum(file => file.Length):N0} characters");
        using CompiledNetworks compiled = generated.Compile();
        output.WriteLine($"and compiled after {time.Elapsed.TotalSeconds:F1} s");
        INetwork<float> network = compiled.Create("Seeing", seed: 1);
        Assert.Equal(152, network.Description.Layers.Count(layer => layer is ConvDescription or DenseDescription));

        // Values that are alive at the same time lie apart, and no others.
        string scratch = generated.Files.SelectMany(file => file.Split('\n')).First(line => line.Contains("bytes of scratch", StringComparison.Ordinal));
        output.WriteLine(scratch.Trim());
        int[] bytes = [.. Regex.Matches(scratch, "[0-9][0-9,]*").Select(number => int.Parse(number.Value.Replace(",", ""), CultureInfo.InvariantCulture))];
        Assert.True(bytes[1] * 50 < bytes[3], $"predicting: {bytes[1]} bytes, of {bytes[3]}");
        Assert.True(bytes[0] < bytes[2], $"training: {bytes[0]} bytes, of {bytes[2]}");

        float[] losses = [.. new Trainer<float>(network, Examples(), new Adam<float>(network.Parameters.Length, learningRate: 1e-3), batchSize: 32).Run(epochs: 5).Select(report => (float)report.Loss)];
        output.WriteLine($"loss by epoch of eight steps: {string.Join(", ", losses.Select(loss => $"{loss:F3}"))}; {time.Elapsed.TotalSeconds:F1} s in all");
        Assert.True(losses[^1] < 0.5 * losses[0], $"{losses[0]} → {losses[^1]}");
    }

    [Fact]
    public void GradientsReachTheFirstConvolutionsByTheResidualPathAlone()
    {
        LayerDeclaration[] unit = [Convolution(Activation.Sigmoid), Convolution()];
        using CompiledNetworks compiled = NetworkCompiler.Generate([Images("Residual", [.. unit, new Add("input")]), Images("Plain", unit)]).Compile();
        double[] residual = NormsByUnit(compiled.Create("Residual", seed: 1), ImageUnits, "Conv2D1");
        double[] plain = NormsByUnit(compiled.Create("Plain", seed: 1), ImageUnits, "Conv2D1");

        output.WriteLine("norm of the gradient of a unit's first layer, of units 75, 60, … 1");
        int[] shown = [74, 59, 44, 29, 14, 0];
        output.WriteLine($"with the residual path:    {string.Join("  ", shown.Select(index => $"{residual[index]:E1}"))}");
        output.WriteLine($"without:                   {string.Join("  ", shown.Select(index => $"{plain[index]:E1}"))}");

        // A sigmoid passes at most a quarter of a gradient on: of seventy-four, 4^-74 = 3·10^-45 is left.
        Assert.True(plain[0] < 1e-30 * plain[^1], $"{plain[^1]} → {plain[0]}");
        Assert.All(residual, norm => Assert.InRange(norm, residual[^1] / 30, residual[^1] * 30));
    }

    private static Conv Convolution(Activation activation = Activation.Identity) => new(Channels, activation, new ConvAxis(3), new ConvAxis(3)) { Same = true };

    private static NetworkDeclaration Images(string name, params LayerDeclaration[] unit) => NetworkDeclaration.Of(
        name, [Width], new Reshape(Width / (Side * Side), Side, Side), Convolution(Activation.ReLU), new Block($"{name}Unit", [.. unit], ImageUnits) { Name = "Unit" },
        new Flatten(), new Dense(Classes, Activation.Softmax)).With(Loss.CrossEntropy);

    private static NetworkDeclaration Network(string name, params LayerDeclaration[] unit) => NetworkDeclaration.Of(
        name, [Width], new Dense(Width, Activation.ReLU), new Block($"{name}Unit", [.. unit], Units) { Name = "Unit" }, new Dense(Classes, Activation.Softmax)).With(Loss.CrossEntropy);

    /// <summary>The norm of the gradient of each unit's first layer.</summary>
    private static double[] NormsByUnit(INetwork<float> network, int units = Units, string layer = "Dense1")
    {
        var gradient = new float[network.Layout.Length];
        (float[] inputs, float[] targets) = Data();
        network.Gradient(new Batch<float>(Rows, inputs, targets), gradient, network.CreateWorkspace(Rows));
        GradientNorms norms = GradientNorms.Of<float>(network, gradient);
        return [.. Enumerable.Range(1, units).Select(unit => norms[$"Unit{unit}_{layer}"])];
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
