using System;
using NetGen.Differentiation;
using Xunit;

namespace NetGen.Runtime.Tests.Differentiation;

/// <summary>The worked examples of forward and reverse mode.</summary>
public sealed class WorkedExamplesTests
{
    [Fact]
    [Trait("Mathematics", "I3")]
    public void TheGraphOfXPlusYTimesZIsMinus12WithGradientMinus4Minus4And3()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> x = tape.Leaf(-2), y = tape.Leaf(5), z = tape.Leaf(-4);
        Variable<Real<double>> q = x + y;
        Variable<Real<double>> f = q * z;
        tape.Backward(f);

        Assert.Equal(3, q.Value);
        Assert.Equal(-12, f.Value);
        Assert.Equal(-4, tape.Adjoint(q).Number);
        Assert.Equal([-4, -4, 3], [tape.Adjoint(x).Number, tape.Adjoint(y).Number, tape.Adjoint(z).Number]);
    }

    [Fact]
    [Trait("Mathematics", "I4")]
    public void ForwardModeTracesV1ToV5()
    {
        var x1 = new Dual<Real<double>>(2, 1);
        var x2 = new Dual<Real<double>>(5, 0);
        Dual<Real<double>> v1 = Dual<Real<double>>.Log(x1);
        Dual<Real<double>> v2 = x1 * x2;
        Dual<Real<double>> v3 = Dual<Real<double>>.Sin(x2);
        Dual<Real<double>> v4 = v1 + v2;
        Dual<Real<double>> v5 = v4 - v3;

        Assert.Equal([0.693, 10, -0.959, 10.693, 11.652], Rounded(v1.Value, v2.Value, v3.Value, v4.Value, v5.Value));
        Assert.Equal(
            [0.5, 5, 0, 5.5, 5.5],
            [v1.Tangent.Number, v2.Tangent.Number, v3.Tangent.Number, v4.Tangent.Number, v5.Tangent.Number]);
    }

    [Fact]
    [Trait("Mathematics", "I5")]
    public void ReverseModeGivesTheSameWithItsAdjoints()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> x1 = tape.Leaf(2), x2 = tape.Leaf(5);
        Variable<Real<double>> v1 = Variable<Real<double>>.Log(x1);
        Variable<Real<double>> v2 = x1 * x2;
        Variable<Real<double>> v3 = Variable<Real<double>>.Sin(x2);
        Variable<Real<double>> v4 = v1 + v2;
        Variable<Real<double>> v5 = v4 - v3;
        tape.Backward(v5);

        Assert.Equal(11.652, Math.Round(v5.Value, 3));
        Assert.Equal([1, 1, -1, 1, 1], [Adjoint(v5), Adjoint(v4), Adjoint(v3), Adjoint(v2), Adjoint(v1)]);
        Assert.Equal([5.5, 1.716], Rounded(Adjoint(x1), Adjoint(x2)));
        Assert.Equal(2 - Math.Cos(5), Adjoint(x2), 1e-15);

        double Adjoint(Variable<Real<double>> variable) => tape.Adjoint(variable).Number;
    }

    [Fact]
    [Trait("Mathematics", "I5")]
    public void TheLogisticOfX0X1PlusSinX0AgreesInBothModes()
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>> x0 = tape.Leaf(1), x1 = tape.Leaf(2);
        Variable<Real<double>> y = Logistic(x0, x1);
        tape.Backward(y);
        (double byX0, double byX1) = (tape.Adjoint(x0).Number, tape.Adjoint(x1).Number);
        Assert.Equal([0.0551239, -0.1323122, -0.0520852], [Math.Round(y.Value, 7), Math.Round(byX0, 7), Math.Round(byX1, 7)]);

        Dual<Real<double>> alongX0 = Logistic(new Dual<Real<double>>(1, 1), new Dual<Real<double>>(2, 0));
        Dual<Real<double>> alongX1 = Logistic(new Dual<Real<double>>(1, 0), new Dual<Real<double>>(2, 1));
        Assert.Equal(y.Value, alongX0.Value);
        Assert.Equal(byX0, alongX0.Tangent.Number, 1e-15);
        Assert.Equal(byX1, alongX1.Tangent.Number, 1e-15);
    }

    // l₃ = 16x(1 − x)(1 − 2x)² and l₄ = 64x(1 − x)(1 − 2x)²(1 − 8x + 8x²)² (Baydin, Pearlmutter, Radul and Siskind, 2018).
    [Theory]
    [Trait("Mathematics", "I6")]
    [InlineData(3, 0.3, -4.352)]
    [InlineData(4, 0.3, 1.3090816)]
    [InlineData(3, 0.7, 4.352)]
    [InlineData(4, 0.1, -12.0881152)]
    public void TheLogisticMapDifferentiatesAutomaticallyAsSymbolically(int n, double x, double worked)
    {
        double symbolic = n == 3
            ? 16 * (1 - 2 * x) * (1 - 8 * x + 8 * x * x)
            : 64 * (1 - 2 * x) * (1 - 8 * x + 8 * x * x) * (1 - 32 * x + 160 * x * x - 256 * x * x * x + 128 * x * x * x * x);
        Assert.Equal(worked, symbolic, 1e-12);

        Assert.Equal(worked, LogisticMap(n, new Dual<Real<double>>(x, 1)).Tangent.Number, 1e-12);

        var tape = new Tape<Real<double>>();
        Variable<Real<double>> leaf = tape.Leaf(x);
        tape.Backward(LogisticMap(n, leaf));
        Assert.Equal(worked, tape.Adjoint(leaf).Number, 1e-12);
    }

    private static S LogisticMap<S>(int n, S x)
        where S : IScalar<S>
    {
        S l = x;
        for (int k = 1; k < n; k++)
        {
            l = S.From(4) * l * (S.From(1) - l);
        }

        return l;
    }

    private static S Logistic<S>(S x0, S x1)
        where S : IScalar<S> => S.From(1) / (S.From(1) + S.Exp(x0 * x1 + S.Sin(x0)));

    private static double[] Rounded(params double[] values) => Array.ConvertAll(values, value => Math.Round(value, 3));
}
