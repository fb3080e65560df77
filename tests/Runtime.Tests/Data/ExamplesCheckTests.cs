using System;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Runtime.Tests.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

public sealed class ExamplesCheckTests
{
    private const int Count = 40_009;

    private static readonly NetworkDescription Classifier =
        Nets.Chain(3, Loss.CrossEntropy, Nets.Dense(4), Nets.Activate(Activation.Softmax));

    private static readonly NetworkDescription Regressor = Nets.Chain(3, Loss.MeanSquaredError, Nets.Dense(2));

    private readonly float[] inputs = Rows.Random<float>(3 * Count);

    [Fact]
    public void WhatANetworkCanUsePasses()
    {
        ExamplesCheck.Check(new Examples<float>(inputs, Labels()), Classifier);
        ExamplesCheck.Check(new Examples<float>(Count, inputs, new float[4 * Count]), Classifier);
        ExamplesCheck.Check(new Examples<float>(Count, inputs, Rows.Random<float>(2 * Count)), Regressor);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void ALabelOutOfRangeIsNamed(int label)
    {
        int[] labels = Labels();
        labels[Count - 2] = label;
        Assert.Equal($"The label of row {Count - 2} is {label}; expected 0 to 3.", Refusal(new(inputs, labels), Classifier));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0.5f)]
    [InlineData(-1)]
    public void ASymbolThatIsNoneIsNamedByItsRow(float symbol)
    {
        var network = new NetworkDescription("Net", [3], [new EmbeddingDescription("E", [0], 5, 2), new FlattenDescription("F", [1])], Loss.MeanSquaredError);
        float[] symbols = new float[3 * Count];
        symbols[3 * (Count - 1) + 2] = symbol;
        Assert.Equal(
            FormattableString.Invariant($"Element 2 of row {Count - 1} is {symbol}, but E reads a whole number there, from 0 to 4."),
            Refusal(new(Count, symbols, new float[6 * Count]), network));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void ANumberThatIsNotFiniteIsNamed(float number)
    {
        inputs[3 * (Count - 1) + 2] = number;
        Assert.Equal($"The input of row {Count - 1}, column 2 is {number}; expected a finite number.", Refusal(new(inputs, Labels()), Classifier));
        float[] targets = new float[2 * Count];
        targets[2 * 30_000 + 1] = number;
        Assert.Equal($"The target of row 30000, column 1 is {number}; expected a finite number.", Refusal(new(Count, new float[3 * Count], targets), Regressor));
    }

    [Fact]
    public void ATargetOfACrossEntropyIsAProbability()
    {
        float[] targets = new float[4 * Count];
        targets[5] = 1.5f;
        Assert.Equal("The target of row 1, column 1 is 1.5; expected a probability from 0 to 1.", Refusal(new(Count, inputs, targets), Classifier));
        NetworkDescription binary = Nets.Chain(3, Loss.BinaryCrossEntropy, Nets.Dense(4), Nets.Activate(Activation.Sigmoid));
        targets[5] = -0.5f;
        Assert.Contains("row 1, column 1 is -0.5", Refusal(new(Count, inputs, targets), binary));
        NetworkDescription squared = Nets.Chain(3, Loss.HalfSquaredError, Nets.Dense(4));
        ExamplesCheck.Check(new Examples<float>(Count, inputs, targets), squared);
    }

    [Fact]
    public void SizesAndKindsThatDoNotFitAreRefused()
    {
        Assert.Contains("have 1 inputs a row; Chain takes 3", Misfit(Rows.Numbered(5, 4), Classifier));
        Assert.Contains("have 2 targets a row; Chain gives 4 outputs", Misfit(new(5, new float[15], new float[10]), Classifier));
        Assert.Contains("compares numbers; expected 2 targets a row", Misfit(new(new float[15], new int[5]), Regressor));
        ExamplesCheck.Check(new Examples<float>(new float[15], new int[5]), Nets.Chain(3, null, Nets.Dense(2)));
    }

    private static int[] Labels() => [.. Enumerable.Range(0, Count).Select(row => row % 4)];

    private static string Refusal(Examples<float> examples, NetworkDescription network) =>
        Assert.Throws<InvalidDataException>(() => ExamplesCheck.Check(examples, network)).Message;

    private static string Misfit(Examples<float> examples, NetworkDescription network) =>
        Assert.Throws<ArgumentException>(() => ExamplesCheck.Check(examples, network)).Message;
}
