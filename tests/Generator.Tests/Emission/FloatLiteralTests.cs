using System;
using System.Globalization;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class FloatLiteralTests
{
    [Theory]
    [InlineData(0f, "0f")]
    [InlineData(-0f, "-0f")]
    [InlineData(1f, "1f")]
    [InlineData(0.1f, "0.1f")]
    [InlineData(-100f, "-100f")]
    [InlineData(16777216f, "16777216f")]
    [InlineData(3.4028235E+38f, "3.4028235E+38f")]
    [InlineData(1E-45f, "1E-45f")]
    [InlineData(1.1754942E-38f, "1.1754942E-38f")]
    [InlineData(float.NaN, "float.NaN")]
    [InlineData(float.PositiveInfinity, "float.PositiveInfinity")]
    [InlineData(float.NegativeInfinity, "float.NegativeInfinity")]
    public void A_float_is_written_as_C_sharp_reads_it(float value, string text) => Assert.Equal(text, FloatLiteral.Of(value));

    [Theory]
    [InlineData(0d, "0d")]
    [InlineData(-0d, "-0d")]
    [InlineData(0.2, "0.2d")]
    [InlineData(5E-324, "5E-324d")]
    [InlineData(0.30000000000000004, "0.30000000000000004d")]
    [InlineData(9007199254740993.0, "9007199254740992d")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void A_double_is_written_as_C_sharp_reads_it(double value, string text) => Assert.Equal(text, FloatLiteral.Of(value));

    [Fact]
    public void Every_bit_of_a_float_comes_back_and_no_digit_is_wasted()
    {
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++)
        {
            float value = BitConverter.Int32BitsToSingle(round % 4 == 0 ? random.Next(0x00800000) : random.Next(int.MinValue, int.MaxValue));
            if (float.IsFinite(value))
            {
                string text = FloatLiteral.Of(value);
                Assert.Equal(BitConverter.SingleToInt32Bits(value), BitConverter.SingleToInt32Bits(float.Parse(text[..^1], CultureInfo.InvariantCulture)));
                Assert.Equal(Digits(value.ToString("R", CultureInfo.InvariantCulture)), Digits(text[..^1]));
            }
        }
    }

    [Fact]
    public void Every_bit_of_a_double_comes_back_and_no_digit_is_wasted()
    {
        var random = new Random(2);
        for (int round = 0; round < 5_000; round++)
        {
            double value = BitConverter.Int64BitsToDouble(round % 4 == 0 ? random.NextInt64(1L << 52) : random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
            {
                string text = FloatLiteral.Of(value);
                Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(double.Parse(text[..^1], CultureInfo.InvariantCulture)));
                Assert.Equal(Digits(value.ToString("R", CultureInfo.InvariantCulture)), Digits(text[..^1]));
            }
        }
    }

    /// <summary>The number of significant digits.</summary>
    private static int Digits(string text)
    {
        string mantissa = text.Split('E')[0].Replace("-", "", StringComparison.Ordinal);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        return mantissa.Contains('.', StringComparison.Ordinal) ? digits.Length : digits.TrimEnd('0').Length;
    }
}
