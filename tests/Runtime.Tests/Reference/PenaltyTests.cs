using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Checking;
using NetGen.Reference;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>What weights cost, worked by hand. An input of 0 leaves the gradient of the first weights to the penalty alone.</summary>
public sealed class PenaltyTests
{
    private static readonly double[] Weights = [1, -2, 0, 3];

    /// <summary>J + (λ/2)‖W‖², and λ·w beside the gradient: ‖W‖² = 14.</summary>
    [Fact]
    [Trait("Mathematics", "H1")]
    public void L2AddsHalfTheSquareAndItsSlope()
    {
        ReferenceNetwork<double> network = One(new PenaltyDescription(0, 0.5));
        (double cost, double[] gradient) = Taken(network);
        Assert.Equal(0.5 * (1 + 4) + 0.25 * 14, cost);
        Assert.Equal([0.5, -1, 0, 1.5, 1, -2], gradient);
        Assert.Equal(cost, network.Cost(new Batch<double>(1, [0, 0], [0, 0]), network.CreateWorkspace(1)));
    }

    [Fact]
    [Trait("Mathematics", "H2")]
    public void L1AddsTheMagnitudesAndTheirSignsAndNothingAtZero()
    {
        (double cost, double[] gradient) = Taken(One(new PenaltyDescription(0.25, 0)));
        Assert.Equal(2.5 + 0.25 * 6, cost);
        Assert.Equal([0.25, -0.25, 0, 0.25, 1, -2], gradient);
    }

    [Fact]
    [Trait("Mathematics", "H2")]
    public void TheElasticNetAddsBothAndBiasesOnRequest()
    {
        (double cost, double[] gradient) = Taken(One(new PenaltyDescription(0.25, 0.5, Biases: true)));
        Assert.Equal(2.5 + 0.25 * (6 + 3) + 0.25 * (14 + 5), cost);
        Assert.Equal([0.75, -1.25, 0, 1.75, 1 + 0.75, -2 - 1.25], gradient);
    }

    /// <summary>λ/(2m)·‖W‖² with m the number that is given, whatever the rows of a batch.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("Mathematics", "H1")]
    public void TheLecturesFormDividesByTheNumberGivenAndNotByTheBatch(int rows)
    {
        ReferenceNetwork<double> network = One(new PenaltyDescription(0, 4, Examples: 8));
        double[] gradient = new double[network.Layout.Length];
        double cost = network.Gradient(new Batch<double>(rows, new double[2 * rows], new double[2 * rows]), gradient, network.CreateWorkspace(rows));
        Assert.Equal(2.5 + 4.0 / (2 * 8) * 14, cost);
        Assert.Equal([0.5, -1, 0, 1.5], gradient[..4]);
    }

    /// <summary>Plain gradient descent multiplies W by 1 − αλ: with powers of two as α and λ to the last bit, in float and double.</summary>
    [Fact]
    [Trait("Mathematics", "H1")]
    public void PlainDescentMultipliesWeightsByOneMinusRateTimesLambda()
    {
        Shrinks<double>(new PenaltyDescription(0, 0.25));
        Shrinks<float>(new PenaltyDescription(0, 0.25));
        Shrinks<float>(new PenaltyDescription(0, 16, Examples: 64));

        static void Shrinks<T>(PenaltyDescription penalty)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            var network = new ReferenceNetwork<T>(Described([penalty]), seed: 3);
            T[] before = network.Parameters.ToArray(), gradient = new T[before.Length];
            network.Gradient(new Batch<T>(1, new T[2], new T[2]), gradient, network.CreateWorkspace(1));
            new Sgd<T>(0.5).Step(network.Parameters, gradient);
            Assert.Equal(before[..4].Select(w => w * T.CreateChecked(1 - 0.5 * 0.25)), network.Parameters[..4].ToArray());
        }
    }

    [Fact]
    [Trait("Mathematics", "H2")]
    public void ThePenaltyOfALayerTakesThePlaceOfTheNetworks()
    {
        static (double Cost, double[] Gradient) Of(params PenaltyDescription[] penalties) =>
            Taken(Given(new ReferenceNetwork<double>(new NetworkDescription(
                "Two", [1], [new DenseDescription("A", [0], 1, Bias: false), new DenseDescription("B", [1], 1, Bias: false)], Loss.HalfSquaredError)
            { Penalties = [.. penalties] }), [2, 3]));

        Assert.Equal((0.5 * 13, [2, 3]), Of(new PenaltyDescription(0, 1)), Same);
        Assert.Equal((0.5 * 4 + 5 * 3, [2, 5]), Of(new PenaltyDescription(0, 1), new PenaltyDescription(5, 0, Node: 2)), Same);
        Assert.Equal((0.5 * 4 + 5 * 3, [2, 5]), Of(new PenaltyDescription(5, 0, Node: 2), new PenaltyDescription(0, 1)), Same);
        Assert.Equal((0.5 * 4, [2, 0]), Of(new PenaltyDescription(0, 1), new PenaltyDescription(0, 0, Node: 2)), Same);
        Assert.Equal((5 * 3, [0, 5]), Of(new PenaltyDescription(5, 0, Node: 2)), Same);

        static bool Same((double Cost, double[] Gradient) a, (double Cost, double[] Gradient) b) => a.Cost == b.Cost && a.Gradient.SequenceEqual(b.Gradient);
    }

    [Fact]
    [Trait("Mathematics", "H1")]
    public void SharedParametersArePenalizedOnceAndUnderASumAsUnderAMean()
    {
        var twice = new NetworkDescription(
            "Twice", [1], [new DenseDescription("A", [0], 1, Bias: false), new DenseDescription("B", [1], 1, Bias: false) { Shares = 1 }], Loss.HalfSquaredError, Reduction.Sum)
        {
            Penalties = [new PenaltyDescription(0, 1)],
        };
        ReferenceNetwork<double> network = Given(new ReferenceNetwork<double>(twice), [3]);
        double[] gradient = new double[1];
        double cost = network.Gradient(new Batch<double>(2, [0, 0], [1, 1]), gradient, network.CreateWorkspace(2));
        Assert.Equal((0.5 + 0.5 + 0.5 * 9, 3), (cost, gradient[0]));
    }

    [Fact]
    [Trait("Mathematics", "H1")]
    public void BackwardKnowsNoCostAndAddsNothing()
    {
        ReferenceNetwork<double> network = One(new PenaltyDescription(1, 1));
        Workspace<double> workspace = network.CreateWorkspace(1);
        var batch = new Batch<double>(1, [0, 0], default);
        double[] gradient = new double[network.Layout.Length];
        network.Forward(batch, new double[2], workspace);
        network.Backward(batch, [1, 2], gradient, workspace);
        Assert.Equal([0, 0, 0, 0, 1, 2], gradient);
    }

    /// <summary>The gradient check is with the regularized cost.</summary>
    [Fact]
    [Trait("Mathematics", "H1")]
    [Trait("Mathematics", "H2")]
    [Trait("Mathematics", "I1")]
    public void TheGradientIsThatOfThePenalizedCost()
    {
        var network = new ReferenceNetwork<double>(Described([new PenaltyDescription(0.3, 0.7, Biases: true)]), seed: 5);
        GradientCheck check = GradientCheck.Of(network, new Batch<double>(2, [1, 2, -1, 0.5], [0.5, 1, 0, -1]));
        Assert.True(check.Ratio < GradientCheck.Good, check.ToString());

        string message = Assert.Throws<InvalidOperationException>(() => GradientCheck.Of(
            new ReferenceNetwork<double>(Described([new PenaltyDescription(0.3, 0, Proximal: true)])), new Batch<double>(1, [1, 2], [0, 0]))).Message;
        Assert.Equal("One leaves an L1 penalty to proximal steps, so its gradient is not that of its cost. Check the same network with Proximal = false.", message);
    }

    [Fact]
    [Trait("Mathematics", "H2")]
    public void AProximalPenaltyStandsInTheCostAndOnlyItsL2InTheGradient()
    {
        (double cost, double[] gradient) = Taken(One(new PenaltyDescription(0.25, 0.5, Proximal: true)));
        Assert.Equal(2.5 + 0.25 * 6 + 0.25 * 14, cost);
        Assert.Equal([0.5, -1, 0, 1.5, 1, -2], gradient);
    }

    [Fact]
    public void WhatIsNoPenaltyIsRefusedInWords()
    {
        static string Refused(params PenaltyDescription[] penalties) => Assert.Throws<ArgumentException>(() => new NetworkDescription(
            "Net", [3],
            [new DenseDescription("A", [0], 3), new DenseDescription("B", [1], 3) { Shares = 1 }, new ActivateDescription("C", [2], Activation.Tanh), new BatchNormDescription("D", [3])],
            Loss.HalfSquaredError)
        { Penalties = [.. penalties] }).Message;

        const string Range = "; expected finite numbers of at least 0, over at least 1 example. (Parameter 'Penalties')";
        const string Nothing = " penalizes nothing; expected L1 or L2 above 0, and weights that no other penalty is of. (Parameter 'Penalties')";
        Assert.Equal($"Net: a penalty has L1 0, L2 -1{Range}", Refused(new PenaltyDescription(0, -1)));
        Assert.Equal($"Net: a penalty has L1 NaN, L2 0{Range}", Refused(new PenaltyDescription(double.NaN, 0)));
        Assert.Equal($"Net: a penalty has L1 0, L2 1E+39{Range}", Refused(new PenaltyDescription(0, 1e39)));
        Assert.Equal($"Net: a penalty has L1 0, L2 1, over 0 examples{Range}", Refused(new PenaltyDescription(0, 1, Examples: 0)));
        Assert.Equal("Net: a penalty is of node 5; expected a layer, 1 to 4. (Parameter 'Penalties')", Refused(new PenaltyDescription(0, 1, Node: 5)));
        Assert.Equal("Net: a penalty is of B, which shares the parameters of A; name that one. (Parameter 'Penalties')", Refused(new PenaltyDescription(0, 1, Node: 2)));
        Assert.Equal("Net: a penalty is of C, Tanh, which learns nothing; name a layer with weights. (Parameter 'Penalties')", Refused(new PenaltyDescription(0, 1, Node: 3)));
        Assert.Equal($"Net: the penalty L1 0, L2 1 of D{Nothing}", Refused(new PenaltyDescription(0, 1, Node: 4)));
        Assert.Equal($"Net: the penalty L1 0, L2 0 of all layers{Nothing}", Refused(new PenaltyDescription(0, 0)));
        Assert.Equal($"Net: the penalty L1 0, L2 0 of A{Nothing}", Refused(new PenaltyDescription(0, 0, Node: 1)));
        Assert.Equal($"Net: the penalty L1 0, L2 1 of all layers{Nothing}", Refused(new PenaltyDescription(0, 1), new PenaltyDescription(0, 2, Node: 1)));
        Assert.Equal("Net: two penalties are of A; expected one. (Parameter 'Penalties')", Refused(new PenaltyDescription(0, 1, Node: 1), new PenaltyDescription(0, 2, Node: 1)));
        Assert.Equal("Net: two penalties are of all layers; expected one. (Parameter 'Penalties')", Refused(new PenaltyDescription(0, 1), new PenaltyDescription(0, 2)));
        Assert.Equal("Net: a penalty is proximal and has L1 0; a proximal step takes L1 alone. (Parameter 'Penalties')", Refused(new PenaltyDescription(0, 1, Proximal: true)));
        Assert.Equal(
            "Net: there is a penalty and no loss; a penalty stands in the cost. Add a loss, or leave it out. (Parameter 'Penalties')",
            Assert.Throws<ArgumentException>(() => new NetworkDescription("Net", [3], [new DenseDescription("A", [0], 3)]) { Penalties = [new PenaltyDescription(0, 1)] }).Message);
    }

    [Fact]
    public void PenaltiesAreInTheFingerprintTheTableAndEquality()
    {
        PenaltyDescription[] all = [new(0.5, 0.25), new(0.5, 0), new(0, 0.25), new(0.5, 0.25, 1), new(0.5, 0.25, Biases: true), new(0.5, 0.25, Proximal: true), new(0.5, 0.25, Examples: 9)];
        NetworkDescription[] networks = [Described([]), .. all.Select(penalty => Described([penalty]))];
        Assert.Equal(networks.Length, networks.Select(network => network.Fingerprint).Distinct().Count());
        Assert.Equal(networks.Length, networks.Distinct().Count());
        Assert.Equal(Described([all[3]]), networks[4]);
        Assert.Equal(Described([all[3]]).GetHashCode(), networks[4].GetHashCode());
        Assert.EndsWith(
            "loss HalfSquaredError Mean\npenalty l1 0 l2 0.25\npenalty of 1 l1 0.5 l2 0 with biases proximal over 60000\n",
            DescriptionFingerprint.Text(Described([new(0, 0.25), new(0.5, 0, 1, true, true, 60000)], layers: 2)));
        Assert.StartsWith(
            "One · loss HalfSquaredError, Mean · penalty L1 0, L2 0.25 of the other layers + L1 0.5, L2 0, over 60000 examples, biases too, proximal of Dense1\n",
            Described([new(0, 0.25), new(0.5, 0, 1, true, true, 60000)], layers: 2).ToString());
        Assert.StartsWith("One · loss HalfSquaredError, Mean · penalty L1 0.5, L2 0.25 of all layers\n", networks[1].ToString());
    }

    private static NetworkDescription Described(ImmutableArray<PenaltyDescription> penalties, int layers = 1) => new(
        "One", [2], [.. Enumerable.Range(1, layers).Select(number => new DenseDescription($"Dense{number}", [number - 1], 2))], Loss.HalfSquaredError)
    {
        Penalties = penalties,
    };

    private static ReferenceNetwork<double> One(PenaltyDescription penalty) => Given(new ReferenceNetwork<double>(Described([penalty])), [.. Weights, 1, -2]);

    private static ReferenceNetwork<double> Given(ReferenceNetwork<double> network, double[] parameters)
    {
        parameters.CopyTo(network.Parameters);
        return network;
    }

    /// <summary>Cost and gradient of an input of zeros and targets of zeros.</summary>
    private static (double Cost, double[] Gradient) Taken(ReferenceNetwork<double> network)
    {
        double[] gradient = new double[network.Layout.Length];
        double cost = network.Gradient(
            new Batch<double>(1, new double[network.Description.InputSize], new double[network.Description.OutputSize]), gradient, network.CreateWorkspace(1));
        return (cost, gradient);
    }
}
