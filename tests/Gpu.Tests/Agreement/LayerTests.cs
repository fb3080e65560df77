using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Agreement;

/// <summary>The layers beside dense ones and activations.</summary>
public sealed class LayerTests(ITestOutputHelper output)
{
    private static readonly int[] widths = [1, 3, 5, 13, 16, 17, 31, 32, 33, 64, 65, 100];

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void DropoutDropsWhatTheReferenceDrops(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from width in widths.Index()
        let rate = ((double[])[0, 0.2, 0.5, 0.9])[width.Index % 4]
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"First{width.Item}", [width.Item], new Dropout(rate) { Classical = width.Index % 3 == 1 }, new Dense(3)).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of(
                $"Everywhere{width.Item}", [width.Item],
                new Dropout(0.25), new Dense(width.Item, Activation.ReLU), new Dropout(0.5) { Classical = width.Index % 2 == 0 }, new Dense(4, Activation.Tanh), new Dropout(0.1)).With(Loss.MeanSquaredError),
        ]
        select declaration));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void BatchNormOfVectors(Device device) => output.WriteLine(Systematic.Hold(
        device,
        [
            .. from width in widths.Index()
               select NetworkDeclaration.Of(
                   $"Between{width.Item}", [5],
                   new Dense(width.Item) { Bias = width.Index % 2 == 0 },
                   new BatchNorm { Affine = width.Index % 3 != 0, Momentum = width.Index % 4 == 0 ? 1 : 0.1, Epsilon = width.Index % 5 == 0 ? 0.01 : 1e-5 },
                   new Activate(Activation.Tanh), new Dense(2)).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of("FirstAndLast", [9], new BatchNorm(), new Dense(17, Activation.Tanh), new BatchNorm { Momentum = 0.5 }).With(Loss.MeanSquaredError, Reduction.Sum),
            NetworkDeclaration.Of("WithDropout", [9], new Dense(20), new BatchNorm(), new Dropout(0.25), new Activate(Activation.Softplus), new BatchNorm { Affine = false }, new Dense(4, Activation.Softmax)).With(Loss.CrossEntropy),
        ]));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void NormsOfRows(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from width in widths[1..].Index()
        from norm in (RowNorm[])[new LayerNorm(), new RMSNorm()]
        let written = norm with { Affine = width.Index % 3 != 0, Epsilon = width.Index % 2 == 0 ? 1e-5 : 0.1 }
        select NetworkDeclaration.Of($"{norm.Kind}{width.Item}", [6], new Dense(width.Item), written, new Activate(Activation.Tanh), new Dense(3), norm).With(Loss.HalfSquaredError)));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void NormsOfShapes(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from shape in ((int[], int)[])[([3, 5], 1), ([3, 5], 2), ([2, 3, 4], 2), ([2, 17], 1)]
        from norm in (RowNorm[])[new LayerNorm(), new RMSNorm()]
        select NetworkDeclaration.Of($"{norm.Kind}Of{string.Join("x", shape.Item1)}Axes{shape.Item2}", shape.Item1, norm with { Axes = shape.Item2 }, new Flatten(), new Dense(4, Activation.Sigmoid))
            .With(Loss.BinaryCrossEntropy)));

    /// <summary>Where a vector is normalized in parts, lanes write elements that others read in the layer behind.</summary>
    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void NormsOfShapesBesideOthers(Device device) => output.WriteLine(Systematic.Hold(
        device,
        from shape in ((int[] Of, int Axes, RowNorm Norm)[])[([3, 5], 1, new LayerNorm()), ([3, 5], 1, new RMSNorm()), ([2, 3, 7], 1, new RMSNorm()), ([2, 3, 3], 2, new LayerNorm())]
        let norm = shape.Norm with { Axes = shape.Axes, Name = "Norm" }
        let elements = shape.Of.Aggregate((product, size) => product * size)
        let part = $"{norm.Kind}{string.Join("x", shape.Of)}"
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Activate{part}", shape.Of, norm, new Activate(Activation.SiLU), new Flatten()).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of($"Dropout{part}", shape.Of, norm with { Affine = false }, new Dropout(0.25), new Flatten()).With(Loss.MeanSquaredError),
            NetworkDeclaration.Of($"PReLU{part}", shape.Of, norm, new PReLU(), new Flatten()).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of($"Add{part}", shape.Of, norm, new Add("input"), new Flatten(), new Dense(2)).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of($"Loss{part}", shape.Of, norm, new Flatten()).With(norm is LayerNorm ? Loss.Huber : Loss.AbsoluteError),
            NetworkDeclaration.Of($"Output{part}", shape.Of, norm),
            NetworkDeclaration.Of($"Norm{part}", shape.Of, new Activate(Activation.Tanh), norm, norm with { Name = "Second" }, new Flatten(), norm with { Axes = 1, Name = "Third" }, new Dense(2)).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of($"Behind{part}", [4], new Dense(elements, Activation.Tanh), new Reshape(shape.Of), norm, new Activate(Activation.Sigmoid), new Flatten(), new Dense(3, Activation.Softmax)).With(Loss.CrossEntropy),
            NetworkDeclaration.Of($"Between{part}", [4], new Dense(elements, Activation.GELU), new Reshape(shape.Of), norm, new Reshape(elements), new Dense(elements), new Add("Dense1"), new Dense(2)).With(Loss.MeanSquaredError),
        ]
        select declaration));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void LearnedSlopes(Device device) => output.WriteLine(Systematic.Hold(
        device,
        [
            .. from width in widths.Index()
               select NetworkDeclaration.Of($"Slopes{width.Item}", [6], new Dense(width.Item), new PReLU { PerChannel = width.Index % 2 == 0 }, new Dense(3), new PReLU { PerChannel = width.Index % 2 != 0 })
                   .With(Loss.HalfSquaredError),
            NetworkDeclaration.Of("SlopesOfShape", [3, 7], new PReLU { Name = "One" }, new Flatten(), new Dense(21), new Reshape(3, 7), new Add("One"), new Flatten(), new Dense(2)).With(Loss.MeanSquaredError),
        ]));

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void GraphsAndShapes(Device device) => output.WriteLine(Systematic.Hold(
        device,
        [
            .. from width in (int[])[1, 5, 16, 33, 64]
               select NetworkDeclaration.Of(
                   $"Residual{width}", [width],
                   new Dense(width, Activation.ReLU), new Dense(width), new Add("input"), new Activate(Activation.Tanh) { Name = "Block" }, new Dense(width, Activation.SiLU), new Add("Block", "Dense1"), new Dense(2))
                   .With(Loss.HalfSquaredError),
            NetworkDeclaration.Of("Twice", [7], new Dense(7, Activation.Tanh), new Add("Dense1")).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of("Folded", [3, 4], new Activate(Activation.Sigmoid), new Flatten(), new Dense(12), new Reshape(2, 6), new Dropout(0.3), new Reshape(12), new Dense(5)).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of("Branches", [11], new Dense(9, Activation.Tanh), new Dense(9) { From = "input" }, new LayerNorm(), new Add("Dense1"), new Dense(3, Activation.Softmax)).With(Loss.CrossEntropy),
            NetworkDeclaration.Of("NormTwice", [10], new Dense(10), new BatchNorm { Name = "N" }, new Dense(10, Activation.Tanh), new Add("N"), new RMSNorm(), new Dense(1)).With(Loss.Huber),
            NetworkDeclaration.Of("NoLoss", [10], new Dense(20, Activation.GELU), new Dropout(0.5), new BatchNorm(), new Dense(3, Activation.LogSoftmax)),
            NetworkDeclaration.Of("NothingToLearn", [10], new Activate(Activation.Tanh), new Dropout(0.5)).With(Loss.HalfSquaredError),
        ]));
}
