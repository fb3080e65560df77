using System;
using System.Linq;
using Xunit;

namespace NetGen.Runtime.Tests.Parameters;

/// <summary>Copies look at both lengths before they write.</summary>
public sealed class CopyTests
{
    private static readonly ParameterTensor Weights = ParameterTensor.InPanels("D.Weights", 1, 2, 3, 0);
    private static readonly ParameterTensor Bias = ParameterTensor.Canonical("D.Bias", 1, [2], Weights.Length, 16);
    private static readonly ParameterLayout Layout = new(Weights.Length + 16, Weights, Bias);

    public static TheoryData<int, int> Misfits => new()
    {
        { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 }, { -20, 0 }, { 0, -8 }, { 5, 5 },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_layout_refuses_lengths_that_do_not_fit_and_writes_nothing(int buffer, int canonical)
    {
        float[] flat = Nines(Layout.Length + buffer), numbers = Nines(Layout.Count + canonical);
        Refused(() => Layout.CopyTo<float>(flat, numbers), flat, numbers, buffer != 0 ? flat.Length : numbers.Length, buffer != 0 ? Layout.Length : Layout.Count);
        Array.Fill(numbers, 8);
        Refused(() => Layout.CopyFrom<float>(flat, numbers), flat, numbers, buffer != 0 ? flat.Length : numbers.Length, buffer != 0 ? Layout.Length : Layout.Count);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void A_tensor_refuses_lengths_that_do_not_fit_and_writes_nothing(int buffer, int canonical)
    {
        float[] flat = Nines(Layout.Length + buffer), numbers = Nines(Bias.Count + canonical);
        Refused(() => Bias.CopyTo<float>(flat, numbers), flat, numbers, buffer != 0 ? flat.Length : numbers.Length, buffer != 0 ? Layout.Length : Bias.Count);
        Array.Fill(numbers, 8);
        Refused(() => Bias.CopyFrom<float>(flat, numbers), flat, numbers, buffer != 0 ? flat.Length : numbers.Length, buffer != 0 ? Layout.Length : Bias.Count);
    }

    [Fact]
    public void A_copy_there_and_back_leaves_padding_alone()
    {
        float[] flat = Nines(Layout.Length), numbers = [1, 2, 3, 4, 5, 6, 7, 8], back = new float[8];
        Layout.CopyFrom<float>(flat, numbers);
        Layout.CopyTo<float>(flat, back);
        Assert.Equal(numbers, back);
        Assert.Equal(Layout.Length - 8, flat.Count(number => number == 9));
    }

    private static float[] Nines(int length) => [.. Enumerable.Repeat(9f, length)];

    private static void Refused(Action copy, float[] flat, float[] numbers, int came, int expected)
    {
        (float[] flatBefore, float[] numbersBefore) = ([.. flat], [.. numbers]);
        string message = Assert.Throws<ArgumentException>(copy).Message;
        Assert.Contains($"{came}", message);
        Assert.Contains($"{expected}", message);
        Assert.Equal(flatBefore, flat);
        Assert.Equal(numbersBefore, numbers);
    }
}
