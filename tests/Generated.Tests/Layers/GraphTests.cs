using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Add, Concat, Flatten and Reshape, alone and between layers.</summary>
public sealed class GraphTests(ITestOutputHelper output)
{
    [Fact]
    public void SumsOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Twice{width}", [width], new Add("input")),
            NetworkDeclaration.Of(
                $"Residual{width}", [width],
                new Dense(width, Activation.ReLU) { Name = "First" }, new Dense(width, Activation.Tanh), new Add("First") { Name = "Sum" },
                new Dense(width), new Add("Sum", "First", "input")),
        ]
        select declaration.With(Loss.HalfSquaredError)));

    [Fact]
    public void JoinsOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths.Index()
        let other = Sizes.Widths[(width.Index + 5) % Sizes.Widths.Length]
        select NetworkDeclaration.Of(
            $"Joined{width.Item}And{other}", [width.Item],
            new Dense(other, Activation.Tanh) { Name = "Right" },
            new Dense(3, Activation.Sigmoid) { Name = "Left", From = "input" },
            new Concat("input", "Right") { Name = "All" },
            new Dense(2, Activation.LeakyReLU) { Slope = 0.2 },
            new Concat("All", "All"))
            .With(Loss.MeanSquaredError)));

    [Fact]
    public void JoinsAlongEveryAxis() => output.WriteLine(Systematic.Hold(
        from shape in (int[][])[[5], [1, 1], [2, 3], [3, 17], [2, 3, 4], [1, 7, 8], [2, 1, 3, 5]]
        from axis in Enumerable.Range(0, shape.Length)
        select NetworkDeclaration.Of(
            $"Axis{axis}Of{string.Join("x", shape)}", shape,
            new Activate(Activation.Tanh) { Name = "Bent" }, new Concat("input", "Bent") { Axis = axis, Name = "Wide" },
            new Activate(Activation.Sigmoid) { From = "Bent" }, new Concat("Wide") { Axis = axis })
            .With(Loss.HalfSquaredError, Reduction.Sum)));

    [Fact]
    [Trait("Mathematics", "A9")]
    public void ShapesBetweenLayers() => output.WriteLine(Systematic.Hold(
        from shape in (int[][])[[1, 1], [2, 3], [4, 16], [3, 5, 2], [8, 8, 1], [2, 2, 3, 2]]
        let elements = shape.Aggregate((product, size) => product * size)
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Flat{string.Join("x", shape)}", shape, new Flatten()),
            NetworkDeclaration.Of($"Turned{string.Join("x", shape)}", shape, new Reshape([.. shape.Reverse()])),
            NetworkDeclaration.Of($"FlatDense{string.Join("x", shape)}", shape, new Flatten(), new Dense(5, Activation.ReLU), new Dense(2)),
            NetworkDeclaration.Of(
                $"ShapedOutput{string.Join("x", shape)}", shape,
                new Activate(Activation.Tanh), new Flatten(), new Dense(elements, Activation.LeakyReLU), new Reshape(shape), new Add("input"), new Reshape(1, elements)),
        ]
        select declaration.With(Loss.HalfSquaredError)));

    [Fact]
    public void ViewsOfViewsAndManyConsumers() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of("ViewOfView", [2, 6], new Flatten(), new Reshape(3, 4), new Reshape(4, 3), new Flatten(), new Dense(3)).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "ManyConsumers", [17],
            new Dense(17, Activation.ReLU) { Name = "Shared" }, new Dense(17), new Add("Shared") { Name = "A" }, new Dropout(0.5) { From = "Shared" },
            new Activate(Activation.Sigmoid) { Name = "B" }, new Activate(Activation.Tanh) { From = "Shared" }, new Add("A", "B", "Shared"), new Dense(2))
            .With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "IdentityInTheMiddle", [8],
            new Activate(Activation.Identity) { Name = "Same" }, new Dense(8, Activation.Tanh), new Activate(Activation.Identity), new Add("Same"), new Activate(Activation.ReLU))
            .With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "ActivationOfASum", [9],
            new Dense(9) { Name = "Z" }, new Activate(Activation.ReLU) { Name = "A" }, new Add("Z"), new Activate(Activation.Tanh), new Concat("A", "Z"), new Dense(3))
            .With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "ActivationTwice", [12], new Dense(12, Activation.Tanh), new Activate(Activation.Sigmoid), new Activate(Activation.LeakyReLU), new Activate(Activation.ReLU))
            .With(Loss.HalfSquaredError),
    ]));
}
