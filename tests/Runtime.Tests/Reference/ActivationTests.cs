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
    [InlineData(Activation.ELU)]
    [InlineData(Activation.SELU)]
    [InlineData(Activation.GELUTanh)]
    [InlineData(Activation.SiLU)]
    [InlineData(Activation.Mish)]
    [InlineData(Activation.HardTanh)]
    [InlineData(Activation.ReLU6)]
    [InlineData(Activation.HardSigmoid)]
    [InlineData(Activation.HardSwish)]
    [InlineData(Activation.Softsign)]
    [InlineData(Activation.HardThreshold)]
    [InlineData(Activation.LogSoftmax)]
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

    /// <summary>What 40 digits give.</summary>
    [Theory]
    [InlineData(Activation.ELU, -3, -0.950212931632136, 0.049787068367863944)]
    [InlineData(Activation.ELU, -0.5, -0.3934693402873666, 0.6065306597126334)]
    [InlineData(Activation.ELU, 0, 0, 1)]
    [InlineData(Activation.ELU, 3, 3, 1)]
    [InlineData(Activation.ELU, -1e4, -1, 0)]
    [InlineData(Activation.SELU, -3, -1.670568728767112, 0.08753061208026489)]
    [InlineData(Activation.SELU, -0.5, -0.6917581878028713, 1.0663411530445055)]
    [InlineData(Activation.SELU, 0, 0, 1.7580993408473766)]
    [InlineData(Activation.SELU, 0.5, 0.5253504936777402, 1.0507009873554805)]
    [InlineData(Activation.SELU, 1e4, 10507.009873554805, 1.0507009873554805)]
    [InlineData(Activation.GELUTanh, -1, -0.1588080093917233, -0.08296408384578255)]
    [InlineData(Activation.GELUTanh, -0.5, -0.15428599017485609, 0.1326300964653577)]
    [InlineData(Activation.GELUTanh, 0, 0, 0.5)]
    [InlineData(Activation.GELUTanh, 0.5, 0.34571400982514394, 0.8673699035346423)]
    [InlineData(Activation.GELUTanh, 3, 2.996362607918227, 1.0115841666309697)]
    [InlineData(Activation.GELUTanh, -1e4, 0, 0)]
    [InlineData(Activation.SiLU, -3, -0.14227761953270035, -0.08810410601516962)]
    [InlineData(Activation.SiLU, -0.5, -0.18877033439907273, 0.2600388126973482)]
    [InlineData(Activation.SiLU, 0, 0, 0.5)]
    [InlineData(Activation.SiLU, 1, 0.7310585786300049, 0.9276705118714867)]
    [InlineData(Activation.SiLU, -30, -2.8072868906517896e-12, -2.713710660963134e-12)]
    [InlineData(Activation.SiLU, -1e4, 0, 0)]
    [InlineData(Activation.Mish, -3, -0.14564746127562458, -0.09339311453232084)]
    [InlineData(Activation.Mish, -0.5, -0.22074377465173, 0.2895106779135122)]
    [InlineData(Activation.Mish, 0, 0, 0.6)]
    [InlineData(Activation.Mish, 1, 0.8650983882673103, 1.0490362200997922)]
    [InlineData(Activation.Mish, -30, -2.807286890651921e-12, -2.7137106609634e-12)]
    [InlineData(Activation.Mish, 1e4, 1e4, 1)]
    [InlineData(Activation.Softsign, -3, -0.75, 0.0625)]
    [InlineData(Activation.Softsign, 0, 0, 1)]
    [InlineData(Activation.Softsign, 0.5, 0.3333333333333333, 0.4444444444444444)]
    [Trait("Mathematics", "B9")]
    public void SmoothActivationsHaveTheirWorkedNumbers(Activation activation, double z, double value, double derivative)
    {
        (double Value, double Derivative) got = ValueAndDerivative(activation, z);
        Assert.Equal(value, got.Value, 4e-16 * Math.Abs(z));
        Assert.Equal(derivative, got.Derivative, 8e-16);
    }

    /// <summary>Every piece, and both sides of every corner.</summary>
    [Theory]
    [InlineData(Activation.HardTanh, -2, -1, 0)]
    [InlineData(Activation.HardTanh, -1, -1, 0)]
    [InlineData(Activation.HardTanh, -0.75, -0.75, 1)]
    [InlineData(Activation.HardTanh, 0.75, 0.75, 1)]
    [InlineData(Activation.HardTanh, 1, 1, 0)]
    [InlineData(Activation.HardTanh, double.PositiveInfinity, 1, 0)]
    [InlineData(Activation.ReLU6, -1, 0, 0)]
    [InlineData(Activation.ReLU6, 0, 0, 0)]
    [InlineData(Activation.ReLU6, 0.5, 0.5, 1)]
    [InlineData(Activation.ReLU6, 6, 6, 0)]
    [InlineData(Activation.ReLU6, 7, 6, 0)]
    [InlineData(Activation.HardSigmoid, -4, 0, 0)]
    [InlineData(Activation.HardSigmoid, -3, 0, 0)]
    [InlineData(Activation.HardSigmoid, -1.5, 0.25, 1.0 / 6)]
    [InlineData(Activation.HardSigmoid, 0, 0.5, 1.0 / 6)]
    [InlineData(Activation.HardSigmoid, 3, 1, 0)]
    [InlineData(Activation.HardSigmoid, 4, 1, 0)]
    [InlineData(Activation.HardSwish, -4, 0, 0)]
    [InlineData(Activation.HardSwish, -3, 0, -0.5)]
    [InlineData(Activation.HardSwish, -1.5, -0.375, 0)]
    [InlineData(Activation.HardSwish, 0, 0, 0.5)]
    [InlineData(Activation.HardSwish, 1.5, 1.125, 1)]
    [InlineData(Activation.HardSwish, 3, 3, 1)]
    [InlineData(Activation.HardSwish, 4, 4, 1)]
    [Trait("Mathematics", "B9")]
    public void PiecesMeetAtTheirCorners(Activation activation, double z, double value, double derivative) =>
        Assert.Equal((value, derivative), ValueAndDerivative(activation, z));

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(0, 0)]
    [InlineData(-0.0, 0)]
    [InlineData(double.Epsilon, 1)]
    [InlineData(2, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    [Trait("Mathematics", "B7")]
    public void HardThresholdIsAStepWithoutADerivative(double z, double value) => Assert.Equal((value, 0), ValueAndDerivative(Activation.HardThreshold, z));

    [Theory]
    [InlineData(0.5, -1, -0.31606027941427883, 0.18393972058572117)]
    [InlineData(2, -1, -1.2642411176571153, 0.7357588823428847)]
    [InlineData(2, 0, 0, 2)]
    [InlineData(2, 1.5, 1.5, 1)]
    [Trait("Mathematics", "B9")]
    public void ELUHasItsSlopeAt0(double slope, double z, double value, double derivative) => Near(value, derivative, ValueAndDerivative(Activation.ELU, z, slope));

    [Fact]
    [Trait("Mathematics", "B9")]
    public void TheSlopeOfELUIs1ByDefault() => Assert.Equal(1, new ActivateDescription("A", [0], Activation.ELU).Slope);

    /// <summary>The defining property: of normal numbers with mean 0 and variance 1 it makes numbers of the same.</summary>
    [Fact]
    [Trait("Mathematics", "B9")]
    public void SELUKeepsMeanAndVariance()
    {
        (double mean, double square) = (0, 0);
        const double Step = 0.01;
        for (double z = -12 + Step / 2; z < 12; z += Step)
        {
            double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * Step;
            double value = ValueAndDerivative(Activation.SELU, z).Value;
            mean += value * density;
            square += value * value * density;
        }

        // The midpoint rule is off by Step²/24 of the jump of the derivative at 0, λ·(α − 1)·0.4: 1.2e-6.
        Assert.Equal(0, mean, 2e-6);
        Assert.Equal(1, square, 2e-6);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void TheTwoFormsOfGELULieWithin5TenThousandths()
    {
        double[] apart = [.. Enumerable.Range(-600, 1201).Select(step => Math.Abs(ValueAndDerivative(Activation.GELU, step / 100.0).Value - ValueAndDerivative(Activation.GELUTanh, step / 100.0).Value))];
        Assert.InRange(apart.Max(), 0.0004, 0.0005);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void LogSoftmaxIsTheLogarithmOfSoftmax()
    {
        double[] z = [5, 2, -1, 3];
        double[] softmax = Predict(Of(Chain(4, null, Activate(Activation.Softmax))), z);
        ReferenceNetwork<double> network = Of(Chain(4, null, Activate(Activation.LogSoftmax)));
        double[] logarithms = Predict(network, z);

        Assert.All(softmax.Zip(logarithms), pair => Assert.Equal(Math.Log(pair.First), pair.Second, 4e-15));
        Assert.Equal([0, -1e4, -2e4, -1e4], Predict(network, 1e4, 0, -1e4, 0)); // where a softmax is 0, and its logarithm −∞

        // dz = da − Softmax(z)·Σ da
        double[] upstream = [1, -2, 0.5, 3];
        Assert.All(Backward(network, z, upstream).Zip(upstream.Zip(softmax)), pair => Assert.Equal(pair.Second.First - pair.Second.Second * 2.5, pair.First, 1e-14));
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

    private static (double Value, double Derivative) ValueAndDerivative(Activation activation, double z, double? slope = null)
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
