using System;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Reference;
using NetGen.Runtime.Tests.Reference;
using Xunit;
using Xunit.Abstractions;
using Fifth = NetGen.Differentiation.Dual<NetGen.Differentiation.Dual<NetGen.Differentiation.Dual<NetGen.Differentiation.Dual<NetGen.Differentiation.Dual<NetGen.Differentiation.Real<double>>>>>>;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>
/// Why a gradient is checked by central differences: with φ(t) = J(θ + t·d), all parameters moved at once,
/// (φ(ε) − φ(0))/ε = φ′ + εφ″/2 + ε²φ‴/6 + … and (φ(ε) − φ(−ε))/2ε = φ′ + ε²φ‴/6 + ….
/// </summary>
[Trait("Mathematics", "I2")]
public sealed class DifferencesTests(ITestOutputHelper output)
{
    private static readonly NetworkDescription Small = Nets.Chain(
        2, Loss.HalfSquaredError, Nets.Dense(3), Nets.Activate(Activation.Tanh), Nets.Dense(2), Nets.Activate(Activation.Sigmoid));

    private static readonly double[] X = [0.8, -0.4];
    private static readonly double[] Y = [0.25, 0.9];
    private static readonly double[] Theta = new ReferenceNetwork<double>(Small, seed: 6).Parameters.ToArray();
    private static readonly double[] Direction = [.. Theta.Select((_, index) => Math.Cos(index + 1))];

    // φ′ … φ⁽⁵⁾ at 0, by dual numbers of dual numbers.
    private static readonly double[] Derivatives = OfFifth(Along(new Fifth(
        new(new(new(new(0, 1), new(1, 0)), new(new(1, 0), new(0, 0))), new(new(new(1, 0), new(0, 0)), new(new(0, 0), new(0, 0)))),
        new(new(new(new(1, 0), new(0, 0)), new(new(0, 0), new(0, 0))), new(new(new(0, 0), new(0, 0)), new(new(0, 0), new(0, 0)))))));

    [Fact]
    public void ThePullbackIsTheSlopeThatTheDifferencesApproach()
    {
        ReferenceNetwork<double> network = Nets.Of(Small, Theta);
        double[] gradient = Nets.Gradient(network, new Batch<double>(1, X, Y)).Gradient;
        Assert.Equal(Derivatives[0], gradient.Zip(Direction, (g, d) => g * d).Sum(), 1e-15);
    }

    [Fact]
    public void HalvingEpsilonHalvesTheErrorOfOneSidedDifferencesAndQuartersThatOfCentralOnes()
    {
        (double beforeOneSided, double beforeCentral) = (double.NaN, double.NaN);
        for (int power = 4; power <= 9; power++)
        {
            double epsilon = Math.Pow(2, -power);
            double oneSided = ((Along(epsilon) - Along(0)) / epsilon) - Derivatives[0];
            double central = ((Along(epsilon) - Along(-epsilon)) / (2 * epsilon)) - Derivatives[0];
            output.WriteLine($"ε = 2^-{power}: one-sided {oneSided:E2} ({beforeOneSided / oneSided:F3} times less), central {central:E2} ({beforeCentral / central:F3} times less)");

            // The terms of Taylor's series; twice the first that is left out bounds the rest, and beside it are roundings of J.
            double rounding = 64 * Math.Pow(2, -53) / epsilon;
            Assert.Equal((epsilon * Derivatives[1] / 2) + (epsilon * epsilon * Derivatives[2] / 6), oneSided, (Math.Pow(epsilon, 3) * Math.Abs(Derivatives[3]) / 12) + rounding);
            Assert.Equal(epsilon * epsilon * Derivatives[2] / 6, central, (Math.Pow(epsilon, 4) * Math.Abs(Derivatives[4]) / 60) + rounding);
            (beforeOneSided, beforeCentral) = power < 9 ? (oneSided, central) : (beforeOneSided / oneSided, beforeCentral / central);
        }

        Assert.Equal(2, beforeOneSided, 0.01);
        Assert.Equal(4, beforeCentral, 0.01);
    }

    private static double Along(double t) => Along<Real<double>>(t).Number;

    private static S Along<S>(S t)
        where S : IScalar<S>
    {
        S[] theta = [.. Theta.Zip(Direction, (value, d) => S.From(value) + S.From(d) * t)];
        return ReferencePass.Loss<S>(Small, ReferencePass.Forward<S>(Small, theta, [.. X.Select(S.From)], training: null), [.. Y.Select(S.From)]);
    }

    private static double[] OfFifth(Fifth value) =>
    [
        value.Primal.Primal.Primal.Primal.Tangent.Number, value.Primal.Primal.Primal.Tangent.Tangent.Number, value.Primal.Primal.Tangent.Tangent.Tangent.Number,
        value.Primal.Tangent.Tangent.Tangent.Tangent.Number, value.Tangent.Tangent.Tangent.Tangent.Tangent.Number,
    ];
}
