using System;
using System.Linq;
using NetGen.Evaluation;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

[Trait("Mathematics", "J3")]
public sealed class DiagnosisTests
{
    /// <summary>The four cases of the lectures, where people err in nearly no case, and the second of them where they err as often.</summary>
    [Theory]
    [InlineData(0.01, 0.11, 0, false, true)]
    [InlineData(0.15, 0.16, 0, true, false)]
    [InlineData(0.15, 0.30, 0, true, true)]
    [InlineData(0.005, 0.01, 0, false, false)]
    [InlineData(0.15, 0.16, 0.15, false, false)]
    public void TheCasesOfTheLectures(double train, double dev, double best, bool highBias, bool highVariance)
    {
        Diagnosis diagnosis = Diagnosis.Of(train, dev, best);
        Assert.Equal((highBias, highVariance), (diagnosis.HighBias, diagnosis.HighVariance));
        Assert.Equal((train - best, dev - train), (diagnosis.AvoidableBias, diagnosis.Variance));
        Assert.Equal(highBias, diagnosis.ToTry.Any(each => each.StartsWith("a bigger network", StringComparison.Ordinal)));
        Assert.Equal(highVariance, diagnosis.ToTry.Contains("more training data"));
        string words = diagnosis.ToString();
        Assert.Contains(highBias ? "high bias" : "low bias", words);
        Assert.Contains(highVariance ? "high variance" : "low variance", words);
        Assert.Equal(!highBias && !highVariance, words.Contains("nothing to cure"));
        Assert.All(diagnosis.ToTry, each => Assert.Contains(each, words));
    }

    [Fact]
    public void TheBiasIsCuredFirst()
    {
        using HostileCulture hostile = new();
        string expected = """
            training error 0.15, dev error 0.3, best reachable 0.01
            high bias: the training error is 0.14 above the best reachable, 0.02 is tolerated
            high variance: the dev error is 0.15 above the training error, 0.02 is tolerated
            against the bias, try a bigger network: more units, more layers; longer training, or a better optimizer or learning rate; another architecture; less regularization
            against the variance, then try more training data; regularization: L2, dropout, early stopping; data augmentation; another architecture, or a smaller network
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Diagnosis.Of(0.15, 0.3, 0.01).ToString());
    }

    [Fact]
    public void WhatIsToleratedIsInTheUnitOfTheErrorsAndNotYetHigh()
    {
        Diagnosis diagnosis = Diagnosis.Of(trainError: 40, devError: 50, bestError: 30, tolerated: 10);
        Assert.False(diagnosis.HighBias || diagnosis.HighVariance);
        Assert.True(Diagnosis.Of(40, 50, 30, tolerated: 9.99) is { HighBias: true, HighVariance: true });
    }

    /// <summary>Differences that are the tolerance in decimals, and a little more or less in binary.</summary>
    [Theory]
    [InlineData(0.03, 0.05, 0.01, 0.02)]
    [InlineData(0.01, 0.03, 0.03, 0.02)]
    [InlineData(0.1, 0.3, 0, 0.2)]
    [InlineData(0.3, 0.1, 0.1, 0.2)]
    [InlineData(1 - 0.97, 1 - 0.95, 1 - 0.99, 0.02)]
    [InlineData(0.3, 0.3, 0.1 + 0.2, 0)]
    public void WhatIsToleratedIsNotYetHighWhateverTheRounding(double train, double dev, double best, double tolerated)
    {
        Diagnosis diagnosis = Diagnosis.Of(train, dev, best, tolerated);
        Assert.False(diagnosis.HighBias || diagnosis.HighVariance, diagnosis.ToString());
        Assert.DoesNotContain("far below", diagnosis.ToString());
        Assert.Equal(train < best - 0.01, diagnosis.ToString().Contains("below the best reachable"));
        Assert.True(Diagnosis.Of(train, train + tolerated + 1e-6, train, tolerated).HighVariance);
    }

    [Fact]
    public void ErrorsInAnotherOrderAreRemarkedOn()
    {
        Assert.Contains("below the best reachable", Diagnosis.Of(0.01, 0.02, 0.05).ToString());
        Assert.Contains("far below the training error", Diagnosis.Of(0.2, 0.1, 0).ToString());
        Assert.DoesNotContain("below", Diagnosis.Of(0.02, 0.01, 0.02).ToString());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ErrorsThatAreNoneAreRefused(double error)
    {
        using HostileCulture hostile = new();
        string came = FormattableString.Invariant($" is {error}; expected 0 or more, and finite.");
        Assert.StartsWith("trainError" + came, Assert.Throws<ArgumentOutOfRangeException>(() => Diagnosis.Of(error, 0, 0)).Message);
        Assert.StartsWith("devError" + came, Assert.Throws<ArgumentOutOfRangeException>(() => Diagnosis.Of(0, error, 0)).Message);
        Assert.StartsWith("bestError" + came, Assert.Throws<ArgumentOutOfRangeException>(() => Diagnosis.Of(0, 0, error)).Message);
        Assert.StartsWith("tolerated" + came, Assert.Throws<ArgumentOutOfRangeException>(() => Diagnosis.Of(0, 0, 0, error)).Message);
    }
}
