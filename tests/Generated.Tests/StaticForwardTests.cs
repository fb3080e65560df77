using System;
using System.Linq;
using NetGen.Generated.Tests.WorkedNumbers;
using Xunit;

namespace NetGen.Generated.Tests;

/// <summary>Predicting without an object, with parameters that lie anywhere.</summary>
public sealed class StaticForwardTests
{
    private delegate void Predict(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs);

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void ParametersAtAnyAddressGiveTheBitsOfTheObject(int rows)
    {
        Same(new TwoTwoOne(), TwoTwoOne.Forward, rows);
        Same(new Image(), Image.Forward, rows);
    }

    [Fact]
    public void LengthsThatDoNotFitAreNamed()
    {
        int length = FiveThreeThreeTwo.Layout.Length;
        float[] parameters = new float[length], inputs = new float[5], outputs = new float[2];

        Assert.Contains($"expected {length}", Assert.Throws<ArgumentException>("parameters", () => FiveThreeThreeTwo.Forward(parameters.AsSpan(1), inputs, outputs)).Message);
        Assert.Throws<ArgumentException>("inputs", () => FiveThreeThreeTwo.Forward(parameters, inputs.AsSpan(1), outputs));
        Assert.Throws<ArgumentException>("outputs", () => FiveThreeThreeTwo.Forward(parameters, inputs, outputs.AsSpan(1)));
    }

    private static void Same(INetwork<float> network, Predict predict, int rows)
    {
        float[] inputs = [.. Enumerable.Range(0, rows * network.Description.InputSize).Select(index => MathF.Sin(index + 1))];
        var expected = new float[rows * network.Description.OutputSize];
        network.Forward(inputs, expected);
        for (int offset = 0; offset < 3; offset++)
        {
            float[] elsewhere = [.. new float[offset], .. network.Parameters];
            var outputs = new float[expected.Length];
            predict(elsewhere.AsSpan(offset), inputs, outputs);
            Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), outputs.Select(BitConverter.SingleToInt32Bits));
        }

        Assert.Contains(expected, value => value != 0);
    }
}
