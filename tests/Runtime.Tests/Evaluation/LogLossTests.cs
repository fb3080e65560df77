using System;
using System.IO;
using NetGen.Evaluation;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

public sealed class LogLossTests
{
    [Fact]
    public void WorkedNumbers()
    {
        Assert.Equal(-Math.Log(0.2), LogLoss.Of<double>([0.3, 0.2, 0.1, 0.4], [1]), 15);
        Assert.Equal((-Math.Log(0.5) - Math.Log(0.25)) / 2, LogLoss.Of<float>([0.5f, 0.5f, 0.75f, 0.25f], [0, 1]), 15);
        Assert.Equal((-Math.Log(0.25) - Math.Log(0.25)) / 2, LogLoss.Of<float>([0.25f, 0.75f], [1, 0]), 15);
    }

    [Fact]
    public void ImpossibleTruthsCost100() => Assert.Equal((100 + 0) / 2.0, LogLoss.Of<double>([0, 0], [1, 0]));

    [Fact]
    public void WhatIsNoProbabilityIsRefused()
    {
        using HostileCulture hostile = new();
        Assert.Equal("Row 1, column 0 is -0.5; expected a probability from 0 to 1.", Assert.Throws<InvalidDataException>(() => LogLoss.Of<double>([1, 0, -0.5, 0.5], [0, 1])).Message);
        Assert.Equal("Row 0, column 1 is NaN; expected a probability from 0 to 1.", Assert.Throws<InvalidDataException>(() => LogLoss.Of<double>([1, double.NaN], [0])).Message);
        Assert.Equal("The label of row 1 is 2; expected 0 to 1.", Assert.Throws<InvalidDataException>(() => LogLoss.Of<double>([1, 0, 1, 0], [0, 2])).Message);
        Assert.Equal("The label of row 0 is 2; expected 0 to 1.", Assert.Throws<InvalidDataException>(() => LogLoss.Of<double>([1, 0], [2, 0])).Message);
        Assert.Contains("3 probabilities for 2 rows", Assert.Throws<ArgumentException>(() => LogLoss.Of<double>([1, 0, 1], [0, 1])).Message);
        Assert.Contains("0 probabilities for 0 rows", Assert.Throws<ArgumentException>(() => LogLoss.Of<double>([], [])).Message);
    }
}
