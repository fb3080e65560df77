using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Differentiation;
using Xunit;

namespace NetGen.Runtime.Tests.Differentiation;

public sealed class ScalarTests
{
    private const double X = 0.7;
    private const double C = 1.3;

    /// <summary>erf′(X).</summary>
    private static readonly double Slope = 2 / Math.Sqrt(Math.PI) * Math.Exp(-X * X);

    /// <summary>Every operation with its first and second derivative at X, by hand.</summary>
    public static TheoryData<string, double, double> Operations => new()
    {
        { "x + c", 1, 0 },
        { "c + x", 1, 0 },
        { "x - c", 1, 0 },
        { "c - x", -1, 0 },
        { "x * c", C, 0 },
        { "x * x", 2 * X, 2 },
        { "x / c", 1 / C, 0 },
        { "c / x", -C / (X * X), 2 * C / (X * X * X) },
        { "-x", -1, 0 },
        { "exp", Math.Exp(X), Math.Exp(X) },
        { "log", 1 / X, -1 / (X * X) },
        { "tanh", 1 - Math.Pow(Math.Tanh(X), 2), -2 * Math.Tanh(X) * (1 - Math.Pow(Math.Tanh(X), 2)) },
        { "erf", Slope, -2 * X * Slope },
        { "sin", Math.Cos(X), -Math.Sin(X) },
        { "cos", -Math.Sin(X), -Math.Cos(X) },
        { "sqrt", 0.5 / Math.Sqrt(X), -0.25 / (X * Math.Sqrt(X)) },
    };

    [Fact]
    public void NothingGoesBackThroughADetachedNumber()
    {
        Dual<Dual<Real<double>>> x = new(new(X, 1), new(1, 0));
        Assert.Equal(new(new(X, 0), new(0, 0)), Dual<Dual<Real<double>>>.Detached(x));

        var tape = new Tape<Real<double>>();
        Variable<Real<double>> leaf = tape.Leaf(X);
        Variable<Real<double>> product = leaf * Variable<Real<double>>.Detached(leaf);
        tape.Backward(product);
        Assert.Equal(X * X, product.Value);
        Assert.Equal(X, tape.Adjoint(leaf).Number);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void BothModesGiveFirstAndSecondDerivatives(string operation, double first, double second)
    {
        Dual<Dual<Real<double>>> twice = Apply(operation, new Dual<Dual<Real<double>>>(new(X, 1), new(1, 0)));
        Assert.Equal(Apply<Real<double>>(operation, X).Number, twice.Value);
        Assert.Equal(first, twice.Tangent.Primal.Number, 1e-14);
        Assert.Equal(second, twice.Tangent.Tangent.Number, 1e-14);

        var tape = new Tape<Dual<Real<double>>>();
        Variable<Dual<Real<double>>> x = tape.Leaf(new(X, 1));
        Variable<Dual<Real<double>>> y = Apply(operation, x);
        tape.Backward(y);
        Assert.Equal(twice.Value, y.Value);
        Assert.Equal(first, tape.Adjoint(x).Primal.Number, 1e-14);
        Assert.Equal(second, tape.Adjoint(x).Tangent.Number, 1e-14);

        // Reverse within forward: the other way of nesting.
        var inner = new Tape<Real<double>>();
        Variable<Real<double>> leaf = inner.Leaf(X);
        Dual<Variable<Real<double>>> slope = Apply(operation, new Dual<Variable<Real<double>>>(leaf, Variable<Real<double>>.From(1)));
        inner.Backward(slope.Tangent);
        Assert.Equal(first, slope.Tangent.Value, 1e-14);
        Assert.Equal(second, slope.Tangent.Tape is null ? 0 : inner.Adjoint(leaf).Number, 1e-14);
    }

    [Fact]
    public void TheGreaterOfTwoIsThatOfTheirValues()
    {
        Assert.True(Real<float>.IsGreater(2, 1));
        Assert.False(Real<double>.IsGreater(1, 1));
        Assert.False(Real<double>.IsGreater(double.NaN, 1) || Real<double>.IsGreater(1, double.NaN));
        Assert.True(Dual<Real<double>>.IsGreater(new(2, -1), new(1, 7)));
        var tape = new Tape<Real<double>>();
        Assert.True(Variable<Real<double>>.IsGreater(tape.Leaf(2), tape.Leaf(1)));
        Assert.False(Variable<Real<double>>.IsGreater(tape.Leaf(1), Variable<Real<double>>.From(1)));
    }

    [Fact]
    public void WhatIsComputedFromConstantsIsAConstant()
    {
        Variable<Real<double>> two = Variable<Real<double>>.From(2);
        foreach (string operation in Operations.Select(row => (string)row[0]))
        {
            Assert.Null(Apply(operation, two).Tape);
        }
    }

    [Fact]
    public void AnAdjointSumsOverEveryUse()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> x = tape.Leaf(3);
        tape.Backward(x * x + x + x);
        Assert.Equal(2 * 3 + 2, tape.Adjoint(x).Number);
    }

    [Fact]
    public void BackwardStartsAfreshEachTime()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> x = tape.Leaf(3);
        Variable<Real<double>> square = x * x;
        tape.Backward(square);
        tape.Backward(square);
        Assert.Equal(6, tape.Adjoint(x).Number);
    }

    [Fact]
    public void UpstreamNumbersWeighTheOutputs()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> x = tape.Leaf(3), y = tape.Leaf(4);
        tape.Backward([x * y, x, x, Variable<Real<double>>.From(1)], [2, 10, 100, 1000]);
        Assert.Equal(2 * 4 + 110, tape.Adjoint(x).Number);
        Assert.Equal(2 * 3, tape.Adjoint(y).Number);
    }

    [Fact]
    public void AClearedTapeServesAgainAndKnowsItsOldVariables()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> old = tape.Leaf(3);
        tape.Backward(old * old * old);
        tape.Clear();
        Assert.Equal(0, tape.Count);
        Assert.Throws<InvalidOperationException>(() => old + old);
        Assert.Throws<InvalidOperationException>(() => tape.Adjoint(old));

        Variable<Real<double>> x = tape.Leaf(5);
        Assert.Throws<InvalidOperationException>(() => tape.Adjoint(x));
        tape.Backward(x * x);
        Assert.Equal(10, tape.Adjoint(x).Number);
    }

    [Fact]
    public void VariablesOfTwoTapesDoNotMeet()
    {
        Variable<Real<double>> x = new Tape<Real<double>>().Leaf(1);
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> y = tape.Leaf(2);
        Assert.Contains("different tapes", Assert.Throws<InvalidOperationException>(() => x + y).Message);
        Assert.Throws<InvalidOperationException>(() => tape.Backward(x));
        Assert.Throws<ArgumentException>(() => tape.Backward([y], []));
    }

    [Fact]
    public void AdjointsStayWhereAResultIsRefused()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> x = tape.Leaf(3), y = x * x;
        tape.Backward(y);
        Variable<Real<double>> other = new Tape<Real<double>>().Leaf(1);
        Assert.Contains("another tape", Assert.Throws<InvalidOperationException>(() => tape.Backward([y, other], [1, 1])).Message);
        Assert.Equal([6, 1], [tape.Adjoint(x).Number, tape.Adjoint(y).Number]);
    }

    [Theory]
    [InlineData(1e-30, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(double.NaN, false)]
    public void OnlyWhatIsAboveZeroIsPositive(double value, bool positive)
    {
        Assert.Equal(positive, Real<double>.IsPositive(value));
        Assert.Equal(positive, Dual<Real<double>>.IsPositive(new(value, 1)));
        Assert.Equal(positive, Variable<Real<double>>.IsPositive(Variable<Real<double>>.From(value)));
    }

    [Fact]
    public void ARealIsItsNumberAndNothingElse()
    {
        Assert.Equal(sizeof(float), Unsafe.SizeOf<Real<float>>());
        float[] numbers = [1, 2, 3];
        Span<Real<float>> reals = MemoryMarshal.Cast<float, Real<float>>(numbers.AsSpan());
        reals[1] += reals[2];
        Assert.Equal([1, 5, 3], numbers);
        Assert.Equal(0.1f, Real<float>.From(0.1).Number);
    }

    private static S Apply<S>(string operation, S x)
        where S : IScalar<S>
    {
        S c = S.From(C);
        return new Dictionary<string, Func<S>>
        {
            ["x + c"] = () => x + c,
            ["c + x"] = () => c + x,
            ["x - c"] = () => x - c,
            ["c - x"] = () => c - x,
            ["x * c"] = () => x * c,
            ["x * x"] = () => x * x,
            ["x / c"] = () => x / c,
            ["c / x"] = () => c / x,
            ["-x"] = () => -x,
            ["exp"] = () => S.Exp(x),
            ["log"] = () => S.Log(x),
            ["tanh"] = () => S.Tanh(x),
            ["erf"] = () => S.Erf(x),
            ["sin"] = () => S.Sin(x),
            ["cos"] = () => S.Cos(x),
            ["sqrt"] = () => S.Sqrt(x),
        }[operation]();
    }
}
