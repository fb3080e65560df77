using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Networks that together contain everything that can be emitted, wide enough for every loop to turn more than once.</summary>
internal static class Examples
{
    public static NetworkDeclaration Perceptron { get; } =
        NetworkDeclaration.Of("Perceptron", [70], new Dense(40, Activation.ReLU), new Dense(10, Activation.Softmax)).With(Loss.CrossEntropy);

    public static NetworkDeclaration Regression { get; } =
        NetworkDeclaration.Of("Regression", [3], new Dense(5, Activation.Tanh), new Dense(2)).With(Loss.HalfSquaredError);

    public static IReadOnlyList<NetworkDeclaration> All { get; } =
    [
        Perceptron,
        Regression,
        NetworkDeclaration.Of("Wide", [100], new Dense(80, Activation.SiLU), new Dense(70, Activation.Mish), new Dense(65, Activation.Sigmoid))
            .With(Loss.BinaryCrossEntropy, Reduction.Sum, new() { PositiveWeights = [.. Enumerable.Repeat(2.0, 65)] }),
        NetworkDeclaration.Of(
            "Normed", [37], new Dropout(0.2), new Dense(40) { Bias = false }, new BatchNorm(), new Activate(Activation.GELU), new LayerNorm(), new Dropout(0.5) { Classical = true }, new Dense(33), new RMSNorm { Affine = false },
            new Dense(3)).With(Loss.Huber, options: new() { Delta = 0.5 }).With(new PenaltyDeclaration(0.01, 0.02) { Biases = true }),
        NetworkDeclaration.Of(
            "Residual", [4, 10], new Flatten(), new Dense(40, Activation.Softplus), new Dense(40) { Name = "Second" }, new Add("Dense1"), new Activate(Activation.ELU), new BatchNorm { Affine = false },
            new Reshape(5, 8), new LayerNorm { Axes = 2 }, new Flatten(), new Dense(12, Activation.LogSoftmax))
            .With(Loss.CrossEntropy, Reduction.Sum, new() { LabelSmoothing = 0.1, ClassWeights = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2] }),
        NetworkDeclaration.Of(
            "Narrow", [9], new Dense(12, Activation.Tanh), new LayerNorm(), new Dense(30), new PReLU(), new Dropout(0.2), new Dense(12) { Name = "Third" }, new Add("LayerNorm1"), new RMSNorm(),
            new Dense(5, Activation.Sigmoid)).With(Loss.BinaryCrossEntropy).With(new PenaltyDeclaration(0.01, 0)),
        NetworkDeclaration.Of("Divergence", [33], new Dense(34, Activation.HardSwish), new PReLU { PerChannel = true }, new Dense(6, Activation.LeakyReLU), new Dense(7, Activation.Softmax)).With(Loss.KullbackLeibler),
        NetworkDeclaration.Of("Absolute", [20], new Dense(36, Activation.Softsign), new Dense(34, Activation.GELUTanh), new Dense(1)).With(Loss.AbsoluteError).With(new PenaltyDeclaration(0, 0.1, "Dense2")),
        NetworkDeclaration.Of("Predicting", [20], new Dense(36, Activation.SELU), new BatchNorm(), new Dense(34, Activation.ReLU6), new Dense(9, Activation.Softmax)),
    ];
}
