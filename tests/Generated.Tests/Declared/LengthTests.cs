using System;
using System.Globalization;
using System.Linq;
using NetGen.Data;
using NetGen.Generated.Tests.Support;
using NetGen.Training;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Declared;

/// <summary>Sequences of different lengths, whose class is told by their last step; what lies behind it in the row is noise.</summary>
public sealed class LengthTests(ITestOutputHelper output)
{
    private const int Steps = 20;

    [Fact]
    public void TheLastStepOfEverySequenceIsLearnedWhereLengthsAreRead()
    {
        double told = Accuracy(new LastStep()), untold = Accuracy(new LastStepUntold());
        output.WriteLine($"{told:P1} of 1,000 sequences with lengths, {untold:P1} where the length is a number like any other.");
        Assert.True(told > 0.97, $"{told:P1} with lengths.");
        Assert.True(untold < 0.75, $"{untold:P1} without.");
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(21f)]
    [InlineData(2.5f)]
    [InlineData(float.NaN)]
    public void ALengthThatIsNoneIsRefusedFromPartsAsFromWholeRows(float length)
    {
        var network = new LastStep();
        float[] lengths = [20, length], series = new float[2 * Steps], outputs = new float[4];
        float[] rows = new float[2 * (1 + Steps)];
        (rows[0], rows[1 + Steps]) = (lengths[0], lengths[1]);

        string whole = Assert.Throws<ArgumentOutOfRangeException>(() => network.Forward(rows, outputs)).Message;
        string parts = Assert.Throws<ArgumentOutOfRangeException>(() => network.Predict(lengths, series, outputs)).Message;

        Assert.Equal(whole, parts);
        Assert.StartsWith($"Element 0 of row 1 is {length.ToString(CultureInfo.InvariantCulture)}", parts);
        Assert.All(outputs, output => Assert.Equal(0, output));
    }

    /// <summary>Of sequences that training has not seen.</summary>
    private static double Accuracy(INetwork<float> network)
    {
        const int Rows = 1000;
        (float[] inputs, int[] labels) = Sequences(Rows, seed: 1);
        var trainer = new Trainer<float>(network, new Examples<float>(inputs, labels), new Adam<float>(network.Layout.Length, 0.02), batchSize: 50);
        trainer.Run(12).Last();
        (inputs, labels) = Sequences(Rows, seed: 2);
        float[] outputs = new float[2 * Rows];
        network.Forward(inputs, outputs);
        return labels.Index().Average(label => (outputs[2 * label.Index] < outputs[(2 * label.Index) + 1]) == (label.Item == 1) ? 1.0 : 0);
    }

    private static (float[] Inputs, int[] Labels) Sequences(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        float[] inputs = random.Normals(rows * (1 + Steps));
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            int length = 1 + random.Below(Steps);
            inputs[row * (1 + Steps)] = length;
            labels[row] = inputs[(row * (1 + Steps)) + length] > 0 ? 1 : 0;
        }

        return (inputs, labels);
    }
}

[Network]
[Input(1, Name = "length")]
[Input(20, 1, Name = "series")]
[GRU(8, Lengths = "length")]
[Concat("length")]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class LastStep;

[Network]
[Input(1, Name = "length")]
[Input(20, 1, Name = "series")]
[GRU(8)]
[Concat("length")]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class LastStepUntold;
