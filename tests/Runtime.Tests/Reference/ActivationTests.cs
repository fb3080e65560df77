using System;
using System.Linq;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

public sealed class ActivationTests
{
    [Theory]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(1e4)]
    [Trait("Mathematics", "B1")]
    public void IdentityIsItself(double z) => Assert.Equal((z, 1), ValueAndDerivative(Activation.Identity, z));

    [Theory]
    [InlineData(0, 0.5, 0.25)]
    [InlineData(1, 0.7310585786300049, 0.19661193324148185)]
    [InlineData(-1, 0.2689414213699951, 0.19661193324148185)]
    [InlineData(-30, 9.357622968839299e-14, 9.357622968838423e-14)]
    [InlineData(1e4, 1, 0)]
    [InlineData(-1e4, 0, 0)]
    [Trait("Mathematics", "B2")]
    public void SigmoidNeverOverflows(double z, double value, double derivative) => Near(value, derivative, ValueAndDerivative(Activation.Sigmoid, z));

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0.7615941559557649, 0.4199743416140261)]
    [InlineData(-1, -0.7615941559557649, 0.4199743416140261)]
    [InlineData(1e4, 1, 0)]
    [InlineData(-1e4, -1, 0)]
    [Trait("Mathematics", "B3")]
    public void TanhHasDerivativeOneMinusItsSquare(double z, double value, double derivative) => Near(value, derivative, ValueAndDerivative(Activation.Tanh, z));

    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(1e-300, 1e-300, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(-2, 0, 0)]
    [InlineData(double.NegativeInfinity, 0, 0)]
    [Trait("Mathematics", "B4")]
    public void ReLUHasDerivative0At0(double z, double value, double derivative) => Assert.Equal((value, derivative), ValueAndDerivative(Activation.ReLU, z));

    [Theory]
    [InlineData(Activation.ReLU)]
    [InlineData(Activation.LeakyReLU)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Identity)]
    [InlineData(Activation.Softplus)]
    [InlineData(Activation.GELU)]
    [Trait("Mathematics", "B4")]
    public void NaNIsNotHidden(Activation activation) => Assert.Equal(double.NaN, ValueAndDerivative(activation, double.NaN).Value);

    [Theory]
    [InlineData(2, 0.01, 2, 1)]
    [InlineData(-2, 0.01, -0.02, 0.01)]
    [InlineData(0, 0.01, 0, 0.01)]
    [InlineData(0, 0.3, 0, 0.3)]
    [InlineData(-2, 0.25, -0.5, 0.25)]
    [Trait("Mathematics", "B5")]
    public void LeakyReLUHasItsSlopeAt0(double z, double slope, double value, double derivative) =>
        Assert.Equal((value, derivative), ValueAndDerivative(Activation.LeakyReLU, z, slope));

    [Fact]
    [Trait("Mathematics", "B5")]
    public void TheSlopeIs0_01ByDefault() => Assert.Equal(0.01, new ActivateDescription("A", [0], Activation.LeakyReLU).Slope);

    [Theory]
    [InlineData(0, 0.69314718055994531, 0.5)]
    [InlineData(1, 1.3132616875182228, 0.7310585786300049)]
    [InlineData(-1, 0.31326168751822286, 0.2689414213699951)]
    [InlineData(-30, 9.357622968839737e-14, 9.357622968839299e-14)]
    [InlineData(1e4, 1e4, 1)]
    [InlineData(-1e4, 0, 0)]
    [Trait("Mathematics", "B6")]
    public void SoftplusHasTheSigmoidAsItsDerivative(double z, double value, double derivative) => Near(value, derivative, ValueAndDerivative(Activation.Softplus, z));

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(1, 0.8413447460685429, 1.0833154705876864)]
    [InlineData(-1, -0.15865525393145705, -0.08331547058768629)]
    [InlineData(-3, -0.00404969409489031, -0.011945647204183939)]
    [InlineData(1e4, 1e4, 1)]
    [InlineData(-1e4, 0, 0)]
    [Trait("Mathematics", "B9")]
    public void GELUIsTheNumberTimesTheProbabilityBelowIt(double z, double value, double derivative)
    {
        (double Value, double Derivative) got = ValueAndDerivative(Activation.GELU, z);
        Assert.Equal(value, got.Value, 4e-16 * Math.Abs(z));
        Assert.Equal(derivative, got.Derivative, 8e-16);
    }

    [Fact]
    [Trait("Mathematics", "B8")]
    public void SoftmaxOf5_2_Minus1_3GivesTheWorkedNumbers()
    {
        double[] softmax = Predict(Of(Chain(4, null, Activate(Activation.Softmax))), 5, 2, -1, 3);
        Assert.Equal([0.842, 0.042, 0.002, 0.114], softmax.Select(probability => Math.Round(probability, 3)));
        Assert.Equal(1, softmax.Sum(), 1e-15);
    }

    [Fact]
    [Trait("Mathematics", "B8")]
    public void SoftmaxIsShiftedByTheMaximum()
    {
        ReferenceNetwork<double> network = Of(Chain(4, null, Activate(Activation.Softmax)));
        Assert.Equal(Predict(network, 5, 2, -1, 3), Predict(network, 1005, 1002, 999, 1003));
        Assert.Equal([1, 0, 0, 0], Predict(network, 1e4, 0, -1e4, -1e300));
    }

    [Fact]
    [Trait("Mathematics", "B8")]
    public void SoftmaxHasTheJacobianOfItsFormula()
    {
        ReferenceNetwork<double> network = Of(Chain(3, null, Activate(Activation.Softmax)));
        double[] z = [0.5, -1, 2];
        double[] p = Predict(network, z);
        for (int output = 0; output < 3; output++)
        {
            double[] upstream = [0, 0, 0];
            upstream[output] = 1;
            double[] row = Backward(network, z, upstream);
            for (int input = 0; input < 3; input++)
            {
                Assert.Equal(p[output] * ((output == input ? 1 : 0) - p[input]), row[input], 1e-15);
            }
        }
    }

    private static (double Value, double Derivative) ValueAndDerivative(Activation activation, double z, double slope = 0.01)
    {
        ReferenceNetwork<double> network = Of(Chain(1, null, Activate(activation, slope)));
        return (Predict(network, z)[0], Backward(network, [z], [1])[0]);
    }

    private static double[] Backward(ReferenceNetwork<double> network, double[] z, double[] upstream)
    {
        var batch = new Batch<double>(1, z, default);
        Workspace<double> workspace = network.CreateWorkspace(1);
        double[] inputGradient = new double[z.Length];
        network.Forward(batch, new double[upstream.Length], workspace);
        network.Backward(batch, upstream, [], workspace, inputGradient);
        return inputGradient;
    }

    private static void Near(double value, double derivative, (double Value, double Derivative) got)
    {
        Assert.Equal(value, got.Value, 4e-16 * Math.Abs(value));
        Assert.Equal(derivative, got.Derivative, 8e-16 * Math.Abs(derivative));
    }
}
