using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Normalizations of each example, over lengths where vectors end and where they do not.</summary>
public sealed class LayerNormTests(ITestOutputHelper output)
{
    private static readonly int[] lengths = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 100, 130];

    [Fact]
    [Trait("Mathematics", "G3")]
    public void VectorsOfEveryLength() => output.WriteLine(Systematic.Hold(
        from length in lengths
        from norm in Kinds(length)
        select NetworkDeclaration.Of($"{norm.Kind}{norm.Affine}{length}", [length], norm).With(Loss.HalfSquaredError, length % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    [Trait("Mathematics", "G3")]
    public void StepsOfSequencesAndSeveralAxes() => output.WriteLine(Systematic.Hold(
        from shape in (int[][])[[3, 5], [7, 16], [2, 17], [5, 1], [1, 9], [2, 3, 4], [3, 1, 33], [2, 2, 2, 3]]
        from axes in Enumerable.Range(1, shape.Length)
        from norm in Kinds(axes)
        select NetworkDeclaration.Of($"{norm.Kind}{norm.Affine}{string.Join("x", shape)}Over{axes}", shape, new Activate(Activation.Tanh), norm with { Axes = axes }, new Flatten(), new Dense(2)).With(Loss.MeanSquaredError)));

    [Fact]
    [Trait("Mathematics", "G3")]
    public void ANodeThatIsReadTwiceAndNormalizationsOnOneAnother() => output.WriteLine(Systematic.Hold(
        from norm in Kinds(2)
        from width in (int[])[3, 20]
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of($"Residual{norm.Kind}{norm.Affine}{width}", [width], new Dense(width, Activation.Tanh) { Name = "Before" }, norm, new Dense(width, Activation.ReLU), new Add("Before"), norm),
            NetworkDeclaration.Of($"InputTwice{norm.Kind}{norm.Affine}{width}", [width], norm with { Name = "First" }, norm with { From = "input" }, new Add("First", "input")),
            NetworkDeclaration.Of($"Sequence{norm.Kind}{norm.Affine}{width}", [4, width], norm, new GRU(5) { Sequence = true }, norm, new Dropout(0.25), new LSTM(3)),
            NetworkDeclaration.Of($"Classes{norm.Kind}{norm.Affine}{width}", [width], new Dense(7), norm, new Activate(Activation.Sigmoid), new Dense(3, Activation.Softmax)).With(Loss.CrossEntropy),
        ]
        select declaration.Loss is null ? declaration.With(Loss.HalfSquaredError) : declaration));

    private static IEnumerable<RowNorm> Kinds(int number) => [new LayerNorm { Epsilon = number % 3 == 0 ? 0.01 : 1e-5 }, new LayerNorm { Affine = false }, new RMSNorm(), new RMSNorm { Affine = false, Epsilon = 0.001 }];
}
