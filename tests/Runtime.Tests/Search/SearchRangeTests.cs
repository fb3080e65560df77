using System;
using System.Linq;
using NetGen.Search;
using Xunit;

namespace NetGen.Runtime.Tests.Search;

[Trait("Mathematics", "J5")]
public sealed class SearchRangeTests
{
    [Theory]
    [InlineData(0.0, 1e-4)]
    [InlineData(0.25, 1e-3)]
    [InlineData(0.5, 1e-2)]
    [InlineData(0.875, 0.31622776601683794)]
    public void ALogarithmicRangeIsTenToAUniformPower(double uniform, double expected) =>
        Assert.Equal(expected, new LogarithmicRange("rate", 1e-4, 1).Draw(uniform), expected * 1e-14);

    [Theory]
    [InlineData(0.0, 0.999)]
    [InlineData(0.5, 0.99)]
    [InlineData(0.75, 1 - 0.031622776601683794)]
    public void OfANearOneRangeTheDistanceFromOneIsTenToAUniformPower(double uniform, double expected) =>
        Assert.Equal(expected, new NearOneRange("β", 0.9, 0.999).Draw(uniform), 1e-15);

    [Fact]
    public void ALinearRangeIsUniform()
    {
        var range = new LinearRange("rate", -1, 3);
        Assert.Equal([-1, 0, 1, 2], new[] { 0, 0.25, 0.5, 0.75 }.Select(range.Draw));
    }

    [Fact]
    public void WholeNumbersAndChoicesHaveEqualShares()
    {
        var range = new IntegerRange("units", -1, 2);
        Assert.Equal([-1, -1, 0, 0, 1, 1, 2, 2], new[] { 0, 0.2499, 0.25, 0.4999, 0.5, 0.7499, 0.75, 1 - 1.0 / (1L << 53) }.Select(range.Draw));
        var widest = new IntegerRange("units", int.MinValue, int.MaxValue);
        Assert.Equal([int.MinValue, int.MaxValue], new[] { 0, 1 - 1.0 / (1L << 53) }.Select(widest.Draw));
        var choice = new ChoiceRange("rule", ["Adam", "SGD"]);
        Assert.Equal(["Adam", "Adam", "SGD", "SGD"], new[] { 0, 0.4999, 0.5, 1 - 1.0 / (1L << 53) }.Select(choice.Draw).Select(choice.Text));
    }

    [Fact]
    public void NothingIsDrawnOutsideARange()
    {
        double last = 1 - 1.0 / (1L << 53);
        foreach ((double least, double most) in new[] { (1e-4, 0.1), (3e-5, 0.7), (0.1, 0.3), (double.Epsilon, double.MaxValue) })
        {
            var range = new LogarithmicRange("rate", least, most);
            Assert.All([range.Draw(0), range.Draw(last)], value => Assert.InRange(value, least, most));
        }

        var near = new NearOneRange("β", 0, 0.9995);
        Assert.All([near.Draw(0), near.Draw(last)], value => Assert.InRange(value, 0, 0.9995));
    }

    [Fact]
    public void RangesSayWhatTheyAreInEveryCulture()
    {
        using HostileCulture hostile = new();
        Assert.Equal("\"rate\": 10^r, 0.0001 to 0.1", new LogarithmicRange("rate", 1e-4, 0.1).ToString());
        Assert.Equal("\"a\\nb\": -0.5 to 1", new LinearRange("a\nb", -0.5, 1).ToString());
        Assert.Equal("\"beta\": 1 − 10^r, 0.9 to 0.999", new NearOneRange("beta", 0.9, 0.999).ToString());
        Assert.Equal("\"units\": whole, -3 to 256", new IntegerRange("units", -3, 256).ToString());
        Assert.Equal("\"rule\": one of \"Adam\", \"SGD\"", new ChoiceRange("rule", ["Adam", "SGD"]).ToString());
    }

    [Fact]
    public void RangesThatAreNoneAreRefused()
    {
        using HostileCulture hostile = new();
        Refused<ArgumentOutOfRangeException>(() => new LinearRange("a", 1, -1.5), "most is -1.5; expected a finite number above the least, 1.");
        Refused<ArgumentOutOfRangeException>(() => new LinearRange("a", double.MinValue, double.MaxValue), "most is 1.7976931348623157E+308; expected a finite number above");
        Refused<ArgumentOutOfRangeException>(() => new LinearRange("a", double.NaN, 1), "expected a finite number above the least, NaN");
        Refused<ArgumentOutOfRangeException>(() => new LogarithmicRange("a", 0, 1), "least is 0; expected a number above 0, for others have no logarithm.");
        Refused<ArgumentOutOfRangeException>(() => new LogarithmicRange("a", double.NaN, 1), "least is NaN; expected a number above 0");
        Refused<ArgumentOutOfRangeException>(() => new LogarithmicRange("a", 1, double.PositiveInfinity), "most is Infinity; expected a finite number above the least, 1.");
        Refused<ArgumentOutOfRangeException>(() => new NearOneRange("a", -0.1, 0.5), "least is -0.1; expected a number from 0 to below 1.");
        Refused<ArgumentOutOfRangeException>(() => new NearOneRange("a", 0.9, 1), "most is 1; expected a number above the least, 0.9, and below 1.");
        Refused<ArgumentOutOfRangeException>(() => new IntegerRange("a", 4, 4), "most is 4; expected a number above the least, 4.");
        Refused<ArgumentException>(() => new ChoiceRange("a", ["one"]), "'a' has the choices 'one'; expected two or more, each once.");
        Refused<ArgumentException>(() => new ChoiceRange("a", ["one", "one"]), "'a' has the choices 'one', 'one'");
        Refused<ArgumentException>(() => new ChoiceRange("a", default), "'a' has the choices ;");
        Refused<ArgumentException>(() => new LinearRange("", 0, 1), "name");
        Refused<ArgumentException>(() => new LinearRange("\ud800", 0, 1), "half of a surrogate pair");
    }

    private static void Refused<TException>(Func<SearchRange> make, string message)
        where TException : Exception => Assert.Contains(message, Assert.Throws<TException>(make).Message);
}
