using System;
using System.Linq;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Reporting;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(3.0, new double[] { 5, 1, 3 })]
    [InlineData(2.5, new double[] { 1, 2, 3, 4 })]
    [InlineData(7.0, new double[] { 7 })]
    public void The_median_is_the_middle_or_the_mean_of_both(double median, double[] numbers) => Assert.Equal(median, numbers.Median());

    [Fact]
    public void A_quantile_lies_between_its_neighbours()
    {
        double[] numbers = [.. Enumerable.Range(0, 11).Select(number => 10.0 * number).Reverse()];

        Assert.Equal(0, numbers.Quantile(0));
        Assert.Equal(100, numbers.Quantile(1));
        Assert.Equal(25, numbers.Quantile(0.25));
        Assert.Equal(99.9, numbers.Quantile(0.999), 1e-9);
        Assert.Equal(50, numbers.Spread());
        Assert.Equal(double.NaN, Array.Empty<double>().Quantile(0.5));
    }

    [Fact]
    public void Two_states_are_found_with_the_median_of_each()
    {
        Clusters? clusters = Clusters.Of([101, 150, 100, 102, 152, 99, 100, 148, 151, 101, 100, 149]);

        Assert.Equal(new Clusters(100, 150), clusters);
    }

    [Theory]
    [InlineData("evenly spread", new double[] { 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })]
    [InlineData("one measurement that something came in between of", new double[] { 100, 101, 100, 99, 102, 100, 101, 100, 99, 100, 300 })]
    [InlineData("two states nearly the same", new double[] { 100, 100, 100, 100, 100, 105, 105, 105, 105, 105 })]
    [InlineData("all the same", new double[] { 5, 5, 5, 5, 5, 5, 5, 5, 5 })]
    [InlineData("too few to say", new double[] { 1, 1, 1, 9, 9, 9 })]
    public void Other_measurements_are_one_state(string what, double[] numbers) => Assert.True(Clusters.Of(numbers) is null, what);

    [Fact]
    public void Normally_spread_measurements_are_one_state()
    {
        int split = Enumerable.Range(0, 200).Count(seed => Clusters.Of([.. Enumerable.Range(0, 15).Select(index => 100 + 15 * Randomness.CounterRandom.Normal((ulong)seed, 0, index))]) is not null);

        Assert.InRange(split, 0, 4);
    }

    [Theory]
    [InlineData(29.34, "29.3 ns")]
    [InlineData(9.996, "10.0 ns")]
    [InlineData(999.4, "999 ns")]
    [InlineData(1840, "1.84 µs")]
    [InlineData(117_200, "117 µs")]
    [InlineData(4.92e6, "4.92 ms")]
    [InlineData(1.5e9, "1.50 s")]
    [InlineData(double.NaN, "")]
    public void Times_have_three_digits_and_the_unit_that_suits_them(double nanoseconds, string text) => Assert.Equal(text, Numbers.Time(nanoseconds));
}
