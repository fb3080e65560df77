using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NetGen.Differentiation;
using NetGen.Kernels;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>Vector mathematics against double, in units in the last place of the float result.</summary>
public sealed class VectorMathTests(ITestOutputHelper output)
{
    private delegate Vector<float> Narrow(Vector<float> x);

    private delegate Vector512<float> Wide(Vector512<float> x);

    [Fact]
    public void ExpIsWithinItsUlps() => Sweep(VectorMath.Exp, VectorMath.Exp, Math.Exp, -110, 95, 1.06);

    [Fact]
    public void LogIsWithinItsUlps() => Sweep(VectorMath.Log, VectorMath.Log, Math.Log, float.Epsilon, float.MaxValue, 0.9);

    [Fact]
    [Trait("Mathematics", "B3")]
    public void TanhIsWithinItsUlps() => Sweep(VectorMath.Tanh, VectorMath.Tanh, Math.Tanh, float.MinValue, float.MaxValue, 2.5);

    [Fact]
    [Trait("Mathematics", "B2")]
    public void SigmoidIsWithinItsUlps() => Sweep(
        VectorMath.Sigmoid, VectorMath.Sigmoid, Sigmoid, float.MinValue, float.MaxValue, Fma.IsSupported || AdvSimd.IsSupported ? 2.5 : 2.6);

    [Fact]
    [Trait("Mathematics", "B6")]
    public void SoftplusIsWithinItsUlps() => Sweep(VectorMath.Softplus, VectorMath.Softplus, Softplus, float.MinValue, float.MaxValue, 2.5);

    [Fact]
    [Trait("Mathematics", "B6")]
    public void TheSlopeOfSoftplusIsWithinItsUlps() => Sweep(VectorMath.OneMinusExp, VectorMath.OneMinusExp, OneMinusExp, 0, float.MaxValue, 2.5);

    [Fact]
    [Trait("Mathematics", "B9")]
    public void ErfIsWithinItsUlps() => Sweep(VectorMath.Erf, VectorMath.Erf, x => Real<double>.Erf(x).Number, float.MinValue, float.MaxValue, 2.5);

    [Fact]
    [Trait("Mathematics", "B9")]
    public void GELUIsWithinItsBound() => Sweep(VectorMath.GELU, VectorMath.GELU, GELU, -20, 20, OfInput);

    [Fact]
    [Trait("Mathematics", "B9")]
    public void TheSlopeOfGELUIsWithinItsBound() =>
        Sweep(VectorMath.GELUSlope, VectorMath.GELUSlope, z => GELU(z) / z + z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI), -20, 20, _ => Math.ScaleB(1, -21));

    [Fact]
    [Trait("Mathematics", "B9")]
    public void TheTanhFormOfGELUIsWithinItsBound() => Sweep(VectorMath.GELUTanh, VectorMath.GELUTanh, GELUTanh, -20, 20, OfInput);

    [Fact]
    [Trait("Mathematics", "B9")]
    public void TheSlopeOfTheTanhFormOfGELUIsWithinItsBound() => Sweep(VectorMath.GELUTanhSlope, VectorMath.GELUTanhSlope, GELUTanhSlope, -20, 20, _ => Math.ScaleB(1, -21));

    [Fact]
    [Trait("Mathematics", "B9")]
    public void SiLUIsWithinItsBound() => Sweep(VectorMath.SiLU, VectorMath.SiLU, z => z * Sigmoid(z), -120, 120, OfInput);

    [Fact]
    [Trait("Mathematics", "B9")]
    public void TheSlopeOfSiLUIsWithinItsBound() =>
        Sweep(VectorMath.SiLUSlope, VectorMath.SiLUSlope, z => Sigmoid(z) * (1 + z * Sigmoid(-z)), -120, 120, _ => Math.ScaleB(1, -21));

    [Fact]
    [Trait("Mathematics", "B9")]
    public void MishIsWithinItsBound() => Sweep(VectorMath.Mish, VectorMath.Mish, z => z * Math.Tanh(Softplus(z)), -120, 120, OfInput);

    [Fact]
    [Trait("Mathematics", "B9")]
    public void TheSlopeOfMishIsWithinItsBound() =>
        Sweep(VectorMath.MishSlope, VectorMath.MishSlope, z => Math.Tanh(Softplus(z)) + z * Sigmoid(z) / Math.Pow(Math.Cosh(Math.Min(Softplus(z), 300)), 2), -120, 120, _ => Math.ScaleB(1, -21));

    [Fact]
    [Trait("Mathematics", "B9")]
    public void HardSigmoidAndHardSwishAreWithinTheirBounds()
    {
        Sweep(VectorMath.HardSigmoid, VectorMath.HardSigmoid, HardSigmoid, -10, 10, _ => 3 * Math.ScaleB(1, -24));
        Sweep(VectorMath.HardSwish, VectorMath.HardSwish, z => z * HardSigmoid(z), -10, 10, OfInput);
        Sweep(VectorMath.HardSwishSlope, VectorMath.HardSwishSlope, z => z < -3 ? 0 : z < 3 ? z / 3 + 0.5 : 1, -10, 10, _ => Math.ScaleB(1, -23));
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void ELUIsWithinItsUlps()
    {
        Sweep(new ELUActivation(1, 1).Apply, new ELUActivation(1, 1).Apply, z => z > 0 ? z : -OneMinusExp(-z), float.MinValue, float.MaxValue, 2.5);
        Sweep(new ELUActivation(1.0507010f, 1.7580993f).Apply, new ELUActivation(1.0507010f, 1.7580993f).Apply, z => z > 0 ? 1.0507010f * z : -1.7580993f * OneMinusExp(-z), -200, 1e30f, 4);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void SoftsignIsWithinItsUlps() =>
        Sweep(new SoftsignActivation().Apply, new SoftsignActivation().Apply, z => z / (1 + Math.Abs(z)), float.MinValue, float.MaxValue, 1.5);

    /// <summary>The densest part of the range, float by float, where a numerator cancels at the edge of a power of two.</summary>
    [Theory]
    [InlineData(0.1725f)]
    [InlineData(0.1843f)]
    [InlineData(0.553f)]
    [InlineData(0.9216f)]
    [Trait("Mathematics", "B3")]
    public void TanhIsWithinItsUlpsAtTheEdges(float edge) => Sweep(VectorMath.Tanh, VectorMath.Tanh, Math.Tanh, edge * 0.98f, edge * 1.02f, 2.5, step: 7);

    [Fact]
    [Trait("Mathematics", "B3")]
    public void TanhNeverLeavesOne()
    {
        for (float x = 8; x < 11; x = MathF.BitIncrement(x))
        {
            Assert.True(VectorMath.Tanh(Vector.Create(x))[0] <= 1, $"tanh {x:G9}");
        }
    }

    [Fact]
    [Trait("Mathematics", "B2")]
    public void SigmoidNeverLeavesOne()
    {
        for (float x = 14; x < 18; x = MathF.BitIncrement(x))
        {
            Assert.True(VectorMath.Sigmoid(Vector.Create(x))[0] <= 1, $"sigmoid {x:G9}");
        }
    }

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(0, 1)]
    [InlineData(-0f, 1)]
    [InlineData(1e4f, float.PositiveInfinity)]
    [InlineData(-1e4f, 0)]
    [InlineData(88.72284f, float.PositiveInfinity)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    [InlineData(float.MinValue, 0)]
    public void ExpOfSpecials(float x, float expected) => Special(VectorMath.Exp, VectorMath.Exp, x, expected);

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    [InlineData(0, float.NegativeInfinity)]
    [InlineData(-0f, float.NegativeInfinity)]
    [InlineData(-1, float.NaN)]
    [InlineData(-float.Epsilon, float.NaN)]
    [InlineData(1, 0)]
    public void LogOfSpecials(float x, float expected) => Special(VectorMath.Log, VectorMath.Log, x, expected);

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, -1)]
    [InlineData(0, 0)]
    [InlineData(-0f, -0f)]
    [InlineData(float.Epsilon, float.Epsilon)]
    [InlineData(-1e-30f, -1e-30f)]
    [InlineData(20, 1)]
    public void TanhOfSpecials(float x, float expected) => Special(VectorMath.Tanh, VectorMath.Tanh, x, expected);

    [Theory]
    [Trait("Mathematics", "B2")]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(0, 0.5f)]
    [InlineData(-0f, 0.5f)]
    [InlineData(1e4f, 1)]
    [InlineData(-1e4f, 0)]
    [InlineData(float.MaxValue, 1)]
    [InlineData(float.MinValue, 0)]
    public void SigmoidOfSpecials(float x, float expected) => Special(VectorMath.Sigmoid, VectorMath.Sigmoid, x, expected);

    [Theory]
    [Trait("Mathematics", "B6")]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(0, 0.6931472f)]
    [InlineData(-0f, 0.6931472f)]
    [InlineData(float.Epsilon, 0.6931472f)]
    [InlineData(1e4f, 1e4f)]
    [InlineData(-1e4f, 0)]
    [InlineData(float.MaxValue, float.MaxValue)]
    [InlineData(float.MinValue, 0)]
    public void SoftplusOfSpecials(float x, float expected) => Special(VectorMath.Softplus, VectorMath.Softplus, x, expected);

    [Theory]
    [Trait("Mathematics", "B6")]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(0, 0)]
    [InlineData(float.Epsilon, float.Epsilon)]
    [InlineData(1e-30f, 1e-30f)]
    [InlineData(float.MaxValue, 1)]
    public void OneMinusExpOfSpecials(float x, float expected) => Special(VectorMath.OneMinusExp, VectorMath.OneMinusExp, x, expected);

    [Theory]
    [Trait("Mathematics", "B9")]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, -1)]
    [InlineData(0, 0)]
    [InlineData(-0f, -0f)]
    [InlineData(float.Epsilon, float.Epsilon)]
    [InlineData(-float.Epsilon, -float.Epsilon)]
    [InlineData(4, 1)]
    [InlineData(-20, -1)]
    [InlineData(float.MaxValue, 1)]
    public void ErfOfSpecials(float x, float expected) => Special(VectorMath.Erf, VectorMath.Erf, x, expected);

    [Theory]
    [Trait("Mathematics", "B9")]
    [InlineData(float.NaN, float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NaN, float.NaN)]
    [InlineData(0, 0, 0.5f)]
    [InlineData(-0f, -0f, 0.5f)]
    [InlineData(1e4f, 1e4f, 1)]
    [InlineData(-1e4f, -0f, 0)]
    [InlineData(1e30f, 1e30f, 1)]
    [InlineData(-1e30f, -0f, 0)]
    public void GELUOfSpecials(float z, float expected, float slope)
    {
        Special(VectorMath.GELU, VectorMath.GELU, z, expected);
        Special(VectorMath.GELUSlope, VectorMath.GELUSlope, z, slope);
    }

    [Theory]
    [Trait("Mathematics", "B9")]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, 1, float.PositiveInfinity, 1, float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, float.NaN, 0, float.NaN, 0, float.NaN, 0)]
    [InlineData(0, 0, 0.5f, 0, 0.5f, 0, 0.6f)]
    [InlineData(-0f, -0f, 0.5f, -0f, 0.5f, -0f, 0.6f)]
    [InlineData(1e4f, 1e4f, 1, 1e4f, 1, 1e4f, 1)]
    [InlineData(-1e4f, -0f, 0, -0f, 0, -0f, 0)]
    [InlineData(1e30f, 1e30f, 1, 1e30f, 1, 1e30f, 1)]
    [InlineData(-1e30f, -0f, 0, -0f, 0, -0f, 0)]
    public void GatedOfSpecials(float z, float geluTanh, float geluTanhSlope, float silu, float siluSlope, float mish, float mishSlope)
    {
        Special(VectorMath.GELUTanh, VectorMath.GELUTanh, z, geluTanh);
        Special(VectorMath.GELUTanhSlope, VectorMath.GELUTanhSlope, z, geluTanhSlope, signed: false);
        Special(VectorMath.SiLU, VectorMath.SiLU, z, silu);
        Special(VectorMath.SiLUSlope, VectorMath.SiLUSlope, z, siluSlope, signed: false);
        Special(VectorMath.Mish, VectorMath.Mish, z, mish);
        Special(VectorMath.MishSlope, VectorMath.MishSlope, z, mishSlope, signed: false);
    }

    [Theory]
    [Trait("Mathematics", "B9")]
    [InlineData(float.PositiveInfinity, 1, 6, 1, float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, -1, 0, 0, float.NaN, 0)]
    [InlineData(0, 0, 0, 0.5f, 0, 0.5f)]
    [InlineData(-3, -1, 0, 0, -0f, -0.5f)]
    [InlineData(-3.0000002f, -1, 0, 0, -0f, 0)]
    [InlineData(3, 1, 3, 1, 3, 1)]
    [InlineData(2.9999998f, 1, 2.9999998f, 1, 2.9999998f, 1.5f)]
    [InlineData(6, 1, 6, 1, 6, 1)]
    [InlineData(1e30f, 1, 6, 1, 1e30f, 1)]
    public void HardActivations(float z, float hardTanh, float relu6, float hardSigmoid, float hardSwish, float hardSwishSlope)
    {
        Special(new ClampActivation(-1, 1).Apply, new ClampActivation(-1, 1).Apply, z, hardTanh);
        Special(new ClampActivation(0, 6).Apply, new ClampActivation(0, 6).Apply, z, relu6);
        Special(new HardSigmoidActivation().Apply, new HardSigmoidActivation().Apply, z, hardSigmoid);
        Special(new HardSwishActivation().Apply, new HardSwishActivation().Apply, z, hardSwish);
        Special(VectorMath.HardSwishSlope, VectorMath.HardSwishSlope, z, hardSwishSlope);
    }

    [Theory]
    [Trait("Mathematics", "B7")]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(0, 0)]
    [InlineData(-0f, 0)]
    [InlineData(float.Epsilon, 1)]
    [InlineData(-float.Epsilon, 0)]
    [InlineData(3, 1)]
    public void HardThresholdIsAStep(float z, float expected) => Special(new HardThresholdActivation().Apply, new HardThresholdActivation().Apply, z, expected);

    [Theory]
    [Trait("Mathematics", "B9")]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, float.NaN)]
    [InlineData(float.NegativeInfinity, -2, float.NaN)]
    [InlineData(-1e30f, -2, -1)]
    [InlineData(1e30f, 1e30f, 1)]
    [InlineData(1, 1, 0.5f)]
    [InlineData(-float.Epsilon, -2 * float.Epsilon, -float.Epsilon)]
    public void ELUAndSoftsignOfSpecials(float z, float elu, float softsign)
    {
        Special(new ELUActivation(1, 2).Apply, new ELUActivation(1, 2).Apply, z, elu);
        Special(new SoftsignActivation().Apply, new SoftsignActivation().Apply, z, softsign);
    }

    [Fact]
    public void EveryNaNStaysNaN()
    {
        for (uint payload = 1; payload < 0x400000; payload = payload * 3 + 1)
        {
            foreach (uint head in (uint[])[0x7F800000, 0x7FC00000, 0xFF800000, 0xFFC00000])
            {
                float nan = BitConverter.UInt32BitsToSingle(head | payload);
                Special(VectorMath.Exp, VectorMath.Exp, nan, float.NaN);
                Special(VectorMath.Log, VectorMath.Log, nan, float.NaN);
                Special(VectorMath.Tanh, VectorMath.Tanh, nan, float.NaN);
                Special(VectorMath.Sigmoid, VectorMath.Sigmoid, nan, float.NaN);
                Special(VectorMath.Softplus, VectorMath.Softplus, nan, float.NaN);
                Special(VectorMath.OneMinusExp, VectorMath.OneMinusExp, nan, float.NaN);
                Special(VectorMath.GELU, VectorMath.GELU, nan, float.NaN);
                Special(VectorMath.GELUSlope, VectorMath.GELUSlope, nan, float.NaN);
                Special(VectorMath.GELUTanh, VectorMath.GELUTanh, nan, float.NaN);
                Special(VectorMath.GELUTanhSlope, VectorMath.GELUTanhSlope, nan, float.NaN);
                Special(VectorMath.SiLU, VectorMath.SiLU, nan, float.NaN);
                Special(VectorMath.SiLUSlope, VectorMath.SiLUSlope, nan, float.NaN);
                Special(VectorMath.Mish, VectorMath.Mish, nan, float.NaN);
                Special(VectorMath.MishSlope, VectorMath.MishSlope, nan, float.NaN);
                Special(VectorMath.HardSigmoid, VectorMath.HardSigmoid, nan, float.NaN);
                Special(VectorMath.HardSwish, VectorMath.HardSwish, nan, float.NaN);
                Special(VectorMath.HardSwishSlope, VectorMath.HardSwishSlope, nan, float.NaN);
                Special(new ClampActivation(-1, 1).Apply, new ClampActivation(-1, 1).Apply, nan, float.NaN);
                Special(new ELUActivation(1, 2).Apply, new ELUActivation(1, 2).Apply, nan, float.NaN);
                Special(new SoftsignActivation().Apply, new SoftsignActivation().Apply, nan, float.NaN);
                Special(new HardThresholdActivation().Apply, new HardThresholdActivation().Apply, nan, float.NaN);
                Special(new ReLUActivation().Apply, new ReLUActivation().Apply, nan, float.NaN);
                Special(new LeakyReLUActivation(0.1f).Apply, new LeakyReLUActivation(0.1f).Apply, nan, float.NaN);
            }
        }
    }

    [Theory]
    [Trait("Mathematics", "B1")]
    [Trait("Mathematics", "B4")]
    [Trait("Mathematics", "B5")]
    [InlineData(-2, 0, -0.5f)]
    [InlineData(0, 0, 0)]
    [InlineData(3, 3, 3)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0, float.NegativeInfinity)]
    public void PiecewiseLinearActivations(float z, float relu, float leaky)
    {
        Special(new IdentityActivation().Apply, new IdentityActivation().Apply, z, z);
        Special(new ReLUActivation().Apply, new ReLUActivation().Apply, z, relu);
        Special(new LeakyReLUActivation(0.25f).Apply, new LeakyReLUActivation(0.25f).Apply, z, leaky);
    }

    private static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>ln(1 + x), by what is lost of x in 1 + x (W. Kahan).</summary>
    private static double LogOnePlus(double x) => 1 + x == 1 ? x : Math.Log(1 + x) * x / (1 + x - 1);

    private static double OneMinusExp(double x) => x < 1e-4 ? x - x * x / 2 + x * x * x / 6 : 1 - Math.Exp(-x);

    private static double GELU(double z) => z / 2 * (1 + Real<double>.Erf(z * Math.Sqrt(0.5)).Number);

    private static double GELUTanh(double z) => z * Sigmoid(Math.Sqrt(8 / Math.PI) * (z + 0.044715 * z * z * z));

    private static double GELUTanhSlope(double z)
    {
        double gate = GELUTanh(z) / z;
        return gate + z * gate * (1 - gate) * Math.Sqrt(8 / Math.PI) * (1 + 3 * 0.044715 * z * z);
    }

    private static double HardSigmoid(double z) => Math.Clamp((z + 3) / 6, 0, 1);

    /// <summary>2⁻²² of the input.</summary>
    private static double OfInput(double z) => Math.ScaleB(Math.Abs(z), -22) + float.Epsilon;

    private static void Special(Narrow narrow, Wide wide, float x, float expected, bool signed = true)
    {
        Assert.Equal(Bits(expected), Bits(narrow(Vector.Create(x))[0]));
        Assert.Equal(Bits(expected), Bits(wide(Vector512.Create(x))[0]));

        int Bits(float value) => float.IsNaN(value) ? -1 : BitConverter.SingleToInt32Bits(signed ? value : value + 0);
    }

    private void Sweep(Narrow narrow, Wide wide, Func<double, double> exact, float low, float high, double ulps, uint step = 499) =>
        Sweep(narrow, wide, exact, low, high, step, (_, actual, result) => Ulps(actual, result), ulps);

    private void Sweep(Narrow narrow, Wide wide, Func<double, double> exact, float low, float high, Func<double, double> bound) =>
        Sweep(narrow, wide, exact, low, high, 499, (x, actual, result) => Math.Abs(actual - result) / bound(x), 1);

    /// <summary>Every 499th float from low to high, of both signs, in both forms; NETGEN_SWEEP gives another step, 1 for all.</summary>
    private void Sweep(Narrow narrow, Wide wide, Func<double, double> exact, float low, float high, uint step, Func<double, float, double, double> distance, double bound)
    {
        step = uint.TryParse(Environment.GetEnvironmentVariable("NETGEN_SWEEP"), out uint other) ? other : step;
        const int Lanes = 16;
        float[] x = new float[Lanes], y = new float[Lanes];
        double worst = 0;
        float at = 0;
        int filled = 0;
        for (uint bits = 0; bits < 0x7F800000; bits += step)
        {
            for (int sign = 0; sign < 2; sign++)
            {
                float value = BitConverter.UInt32BitsToSingle(bits | ((uint)sign << 31));
                if (value >= low && value <= high)
                {
                    x[filled++] = value;
                    if (filled == Lanes)
                    {
                        Compare();
                    }
                }
            }
        }

        output.WriteLine($"{worst:F3} at {at:G9}");
        Assert.True(worst <= bound, $"{worst:F3} at {at:G9}, bound {bound}");

        void Compare()
        {
            filled = 0;
            for (int i = 0; i < Lanes; i += Vector<float>.Count)
            {
                narrow(new Vector<float>(x, i)).CopyTo(y, i);
            }

            Vector512<float> same = wide(Vector512.Create(x));
            for (int i = 0; i < Lanes; i++)
            {
                Assert.Equal(BitConverter.SingleToInt32Bits(y[i]), BitConverter.SingleToInt32Bits(same[i]));
                double error = distance(x[i], y[i], exact(x[i]));
                if (!(error <= worst))
                {
                    worst = error;
                    at = x[i];
                }
            }
        }
    }

    /// <summary>The distance in units in the last place of the exact result.</summary>
    private static double Ulps(float actual, double exact)
    {
        float nearest = (float)exact;
        if (float.IsInfinity(nearest) || actual == nearest)
        {
            return actual == nearest ? 0 : double.PositiveInfinity;
        }

        int exponent = nearest == 0 ? -126 : Math.Max(-126, Math.ILogB(nearest));
        return Math.Abs(actual - exact) / Math.ScaleB(1, exponent - 23);
    }
}
