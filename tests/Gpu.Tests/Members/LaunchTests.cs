using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Members;

/// <summary>A step of a perceptron of two layers is three launches, and a prediction two.</summary>
public sealed class LaunchTests
{
    public static TheoryData<string> Perceptrons => [.. perceptrons.Select(network => network.Name)];

    private static readonly NetworkDeclaration[] perceptrons =
    [
        Examples.Perceptron,
        NetworkDeclaration.Of("Wider", [33], new Dense(64, Activation.Tanh), new Dense(3)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of("Sigmoids", [20], new Dense(48, Activation.GELU), new Dense(5, Activation.Sigmoid)).With(Loss.BinaryCrossEntropy).With(new PenaltyDeclaration(0, 0.01)),
    ];

    [Theory]
    [MemberData(nameof(Perceptrons))]
    public void ThreeForAStep(string name)
    {
        NetworkDeclaration declaration = perceptrons.Single(network => network.Name == name);
        using var opened = new Opened(declaration);
        opened.Gpu.Upload(new BatchDraw(opened.Description, 7, 1).Batch);
        opened.Gpu.Synchronize();
        long before = opened.Accelerator.Launches;

        opened.Gpu.TrainSgd(0.1f);
        long sgd = opened.Accelerator.Launches - before;
        opened.Gpu.TrainAdam(0.1f, 0.9f, 0.99f, 1e-8f);
        long adam = opened.Accelerator.Launches - before - sgd;
        opened.Gpu.Gradient();
        long gradient = opened.Accelerator.Launches - before - sgd - adam;
        opened.Gpu.Forward(new float[opened.Description.InputSize], new float[opened.Description.OutputSize]);
        long prediction = opened.Accelerator.Launches - before - sgd - adam - gradient;

        Assert.Equal((3, 3, 3, 2), (sgd, adam, gradient, prediction));
    }
}
