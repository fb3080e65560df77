using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Kernels;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>Every kernel of a convolution against a double loop, in both vector forms, with guards of NaN around what it may read.</summary>
public sealed class ConvolutionKernelsTests
{
    public static TheoryData<Form, int> Cases()
    {
        TheoryData<Form, int> cases = [];
        foreach (Form form in Enum.GetValues<Form>())
        {
            foreach (int rows in (int[])[1, 2, 5, 19])
            {
                cases.Add(form, rows);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ForwardIsTheSumWithinItsRoundingBound(Form form, int rows)
    {
        foreach (ConvolutionCase its in All(rows))
        {
            foreach (bool biased in (bool[])[true, false])
            {
                Sums expected = new(rows, its.YLength);
                for (int row = 0; row < rows; row++)
                {
                    for (int i = 0; i < its.YLength && biased; i++)
                    {
                        expected.Add(row, i, its.B[i / its.Sizes.OutputPixels]);
                    }

                    its.ForEachProduct((x, w, y) => expected.Add(row, y, (double)its.X[row * its.XStride + x] * its.W[w]));
                }

                expected.Check(Forward(form, its, biased, new IdentityActivation()), its.YStride, its.Sizes.GroupChannels * its.Sizes.Taps + 1, $"{form} {its} y");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WeightGradientIsTheSumOfProductsWithinItsRoundingBound(Form form, int rows)
    {
        foreach (ConvolutionCase its in All(rows))
        {
            Sums expected = new(1, its.WLength);
            for (int row = 0; row < rows; row++)
            {
                its.ForEachProduct((x, w, y) => expected.Add(0, w, (double)its.X[row * its.XStride + x] * its.Dz[row * its.YStride + y]));
            }

            expected.Check(WeightGradient(form, its, 0, its.Sizes.Filters), null, rows * its.Sizes.OutputPixels, $"{form} {its} dW");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void BiasGradientIsTheSumOfPositionsWithinItsRoundingBound(Form form, int rows)
    {
        foreach (ConvolutionCase its in All(rows))
        {
            Sums expected = new(1, its.Sizes.Filters);
            for (int row = 0; row < rows; row++)
            {
                for (int i = 0; i < its.YLength; i++)
                {
                    expected.Add(0, i / its.Sizes.OutputPixels, its.Dz[row * its.YStride + i]);
                }
            }

            expected.Check(BiasGradient(form, its), null, rows * its.Sizes.OutputPixels, $"{form} {its} db");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void InputGradientIsTheTransposedSumWithinItsRoundingBound(Form form, int rows)
    {
        foreach (ConvolutionCase its in All(rows))
        {
            foreach (bool accumulate in (bool[])[false, true])
            {
                Sums expected = new(rows, its.XLength);
                for (int row = 0; row < rows; row++)
                {
                    for (int i = 0; i < its.XLength && accumulate; i++)
                    {
                        expected.Add(row, i, 0.75f);
                    }

                    its.ForEachProduct((x, w, y) => expected.Add(row, x, (double)its.Dz[row * its.YStride + y] * its.W[w]));
                }

                expected.Check(InputGradient(form, its, accumulate), its.DxStride, its.Sizes.GroupFilters * its.Sizes.Taps + 1, $"{form} {its} dx, {accumulate}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARowHasTheSameBitsAloneAndInABatch(Form form, int rows)
    {
        foreach (ConvolutionCase its in All(rows))
        {
            float[] y = Forward(form, its, true, new TanhActivation());
            float[] dx = InputGradient(form, its, accumulate: true);
            for (int row = 0; row < rows; row++)
            {
                ConvolutionCase single = its.Single(row);
                Assert.Equal(y.AsSpan(row * its.YStride, its.YLength), Forward(form, single, true, new TanhActivation()).AsSpan(0, its.YLength));
                Assert.Equal(dx.AsSpan(row * its.DxStride, its.XLength), InputGradient(form, single, accumulate: true).AsSpan(0, its.XLength));
            }
        }
    }

    [Theory]
    [InlineData(Form.Vector)]
    [InlineData(Form.Vector512)]
    public void ForwardAppliesTheActivationAndKeepsThePaddingZero(Form form)
    {
        foreach (ConvolutionCase its in ConvolutionCase.All(2))
        {
            float[] z = Forward(form, its, true, new IdentityActivation());
            Check(new ReLUActivation());
            Check(new LeakyReLUActivation(0.2f));
            Check(new TanhActivation());
            Check(new SigmoidActivation());
            Check(new SoftplusActivation());
            Check(new GELUActivation());
            Check(new GELUTanhActivation());
            Check(new SiLUActivation());
            Check(new MishActivation());
            Check(new ELUActivation(1, 0.5f));
            Check(new ClampActivation(-1, 1));
            Check(new HardSigmoidActivation());
            Check(new HardSwishActivation());
            Check(new SoftsignActivation());
            Check(new HardThresholdActivation());

            void Check<TActivation>(TActivation activation)
                where TActivation : struct, IActivation
            {
                float[] y = Forward(form, its, true, activation);
                for (int row = 0; row < its.Rows; row++)
                {
                    for (int i = 0; i < its.YLength; i++)
                    {
                        Assert.Equal(activation.Apply(Vector.Create(z[row * its.YStride + i]))[0], y[row * its.YStride + i]);
                    }

                    for (int i = its.YLength; i < Panels.Padded(its.YLength); i++)
                    {
                        Assert.True(y[row * its.YStride + i] == 0, $"{form} {its} {typeof(TActivation).Name}: padding [{row}, {i}] is {y[row * its.YStride + i]}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(Form.Vector)]
    [InlineData(Form.Vector512)]
    public void ATransposedConvolutionIsAnInputGradientWithBiasAndActivation(Form form)
    {
        foreach (ConvolutionCase its in ConvolutionCase.All(2))
        {
            float[] bias = [.. Enumerable.Range(1, its.Sizes.Channels).Select(channel => 1f / channel)];
            float[] products = InputGradient(form, its, accumulate: false);
            Check(new IdentityActivation(), biased: true);
            Check(new ReLUActivation(), biased: false);
            Check(new SigmoidActivation(), biased: true);

            void Check<TActivation>(TActivation activation, bool biased)
                where TActivation : struct, IActivation
            {
                float[] y = [.. products];
                AddBias(form, its, biased ? bias : null, y, activation);
                for (int i = 0; i < y.Length; i++)
                {
                    int at = i % its.DxStride;
                    float z = at < its.XLength && biased ? products[i] + bias[at / its.Sizes.Pixels] : products[i];
                    Assert.Equal(at < its.XLength ? activation.Apply(Vector.Create(z))[0] : products[i], y[i]);
                }
            }
        }
    }

    [Fact]
    public void BothFormsHaveTheSameBits()
    {
        if (!WideEnough)
        {
            return;
        }

        foreach (ConvolutionCase its in All(3))
        {
            Assert.Equal(Forward(Form.Vector, its, true, new SigmoidActivation()), Forward(Form.Vector512, its, true, new SigmoidActivation()));
            Assert.Equal(WeightGradient(Form.Vector, its, 0, its.Sizes.Filters), WeightGradient(Form.Vector512, its, 0, its.Sizes.Filters));
            Assert.Equal(BiasGradient(Form.Vector, its), BiasGradient(Form.Vector512, its));
            Assert.Equal(InputGradient(Form.Vector, its, true), InputGradient(Form.Vector512, its, true));
        }
    }

    [Fact]
    public void WeightGradientsOfSomeFiltersAreThoseOfAll()
    {
        foreach (ConvolutionCase its in All(2))
        {
            float[] all = WeightGradient(Form.Vector, its, 0, its.Sizes.Filters);
            int products = its.WLength / its.Sizes.Filters;
            for (int filter = 0; filter < its.Sizes.Filters; filter += 2)
            {
                int end = Math.Min(filter + 3, its.Sizes.Filters);
                float[] some = WeightGradient(Form.Vector, its, filter, end);
                Assert.Equal(all.AsSpan(filter * products, (end - filter) * products), some.AsSpan(filter * products, (end - filter) * products));
                Assert.All(some[..(filter * products)], value => Assert.True(float.IsNaN(value), $"{its}: written before filter {filter}"));
                Assert.All(some[(end * products)..], value => Assert.True(float.IsNaN(value), $"{its}: written behind filter {end}"));
            }
        }
    }

    [Fact]
    public void AnotherExampleMayBeAnything()
    {
        // Memory is used again; what a diverged example left there must not reach the next.
        foreach (ConvolutionCase its in All(1))
        {
            float[] y = Forward(Form.Vector, its, true, new IdentityActivation());
            float[] dW = WeightGradient(Form.Vector, its, 0, its.Sizes.Filters);
            float[] dx = InputGradient(Form.Vector, its, false);
            foreach (ConvolutionCase other in ConvolutionCase.All(1))
            {
                Array.Fill(other.X, float.NaN);
                Array.Fill(other.Dz, float.PositiveInfinity);
                _ = Forward(Form.Vector, other, true, new IdentityActivation());
                _ = WeightGradient(Form.Vector, other, 0, other.Sizes.Filters);
                _ = InputGradient(Form.Vector, other, false);
            }

            Assert.Equal(y, Forward(Form.Vector, its, true, new IdentityActivation()));
            Assert.Equal(dW, WeightGradient(Form.Vector, its, 0, its.Sizes.Filters));
            Assert.Equal(dx, InputGradient(Form.Vector, its, false));
        }
    }

    [Fact]
    public void ANumberReachesItsOwnWeightsOnly()
    {
        // The position behind the last of a plane is the first of the next, in which NaN may stand.
        foreach (ConvolutionCase its in ConvolutionCase.All(1))
        {
            for (int channel = 0; channel < its.Sizes.Channels; channel++)
            {
                its.X[channel * its.Sizes.Pixels] = float.NaN;
            }

            HashSet<int> reached = [];
            its.ForEachProduct((x, w, y) =>
            {
                if (x % its.Sizes.Pixels == 0)
                {
                    reached.Add(w);
                }
            });
            float[] dW = WeightGradient(Form.Vector, its, 0, its.Sizes.Filters);
            for (int w = 0; w < its.WLength; w++)
            {
                Assert.True(float.IsNaN(dW[w]) == reached.Contains(w), $"{its}: dW[{w}] is {dW[w]}");
            }
        }
    }

    [Fact]
    public void ThePublicKernelsAreOneOfTheForms()
    {
        foreach (ConvolutionCase its in ConvolutionCase.All(2))
        {
            float[] y = ConvolutionCase.Poisoned((its.Rows - 1) * its.YStride + Panels.Padded(its.YLength));
            ConvolutionKernels.Forward(its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.W[0], ref its.B[0], ref y[0], its.YStride, new ReLUActivation());
            Assert.Equal(Forward(Form.Vector, its, true, new ReLUActivation()), y);
            float[] dW = ConvolutionCase.Poisoned(its.WLength);
            ConvolutionKernels.WeightGradient(its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.Dz[0], its.YStride, ref dW[0]);
            Assert.Equal(ConvolutionCase.Padded(WeightGradient(Form.Vector, its, 0, its.Sizes.Filters), its.WLength), dW);
            float[] db = ConvolutionCase.Poisoned(its.Sizes.Filters);
            ConvolutionKernels.BiasGradient(its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref db[0]);
            Assert.Equal(ConvolutionCase.Padded(BiasGradient(Form.Vector, its), its.Sizes.Filters), db);
            float[] dx = ConvolutionCase.Poisoned((its.Rows - 1) * its.DxStride + Panels.Padded(its.XLength));
            ConvolutionKernels.InputGradient(its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref its.W[0], ref dx[0], its.DxStride, accumulate: false);
            Assert.Equal(InputGradient(Form.Vector, its, false), dx);
        }
    }

    [Fact]
    public void NothingIsAllocatedByASecondCall()
    {
        ConvolutionCase its = ConvolutionCase.Tall(2).First();
        float[] y = ConvolutionCase.Poisoned((its.Rows - 1) * its.YStride + Panels.Padded(its.YLength));
        float[] dW = ConvolutionCase.Poisoned(its.WLength);
        float[] dx = ConvolutionCase.Poisoned((its.Rows - 1) * its.DxStride + Panels.Padded(its.XLength));
        Assert.Equal(0, Allocated.Bytes(All));

        void All()
        {
            ConvolutionKernels.Forward(its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.W[0], ref its.B[0], ref y[0], its.YStride, new GELUActivation());
            ConvolutionKernels.WeightGradient(its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.Dz[0], its.YStride, ref dW[0]);
            ConvolutionKernels.BiasGradient(its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref dW[0]);
            ConvolutionKernels.InputGradient(its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref its.W[0], ref dx[0], its.DxStride, accumulate: false);
        }
    }

    /// <summary>Without fused multiply-add hardware the forms round differently.</summary>
    private static bool WideEnough => System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;

    private static IEnumerable<ConvolutionCase> All(int rows) => ConvolutionCase.All(rows).Concat(rows < 3 ? ConvolutionCase.Tall(rows) : []);

    private static float[] Forward<TActivation>(Form form, ConvolutionCase its, bool biased, TActivation activation)
        where TActivation : struct, IActivation
    {
        float[] y = ConvolutionCase.Poisoned((its.Rows - 1) * its.YStride + Panels.Padded(its.YLength));
        ref float bias = ref biased ? ref its.B[0] : ref Unsafe.NullRef<float>();
        if (form == Form.Vector)
        {
            ConvolutionKernels.Forward<Vector<float>, VectorOperations, TActivation>(
                its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.W[0], ref bias, ref y[0], its.YStride, adds: false, activation);
        }
        else
        {
            ConvolutionKernels.Forward<Vector512<float>, Vector512Operations, TActivation>(
                its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.W[0], ref bias, ref y[0], its.YStride, adds: false, activation);
        }

        return y;
    }

    private static void AddBias<TActivation>(Form form, ConvolutionCase its, float[]? bias, float[] y, TActivation activation)
        where TActivation : struct, IActivation
    {
        ref float first = ref bias is null ? ref Unsafe.NullRef<float>() : ref bias[0];
        if (form == Form.Vector)
        {
            ConvolutionKernels.AddBias<Vector<float>, VectorOperations, TActivation>(its.Rows, its.Sizes.Channels, its.Sizes.Pixels, ref first, ref y[0], its.DxStride, activation);
        }
        else
        {
            ConvolutionKernels.AddBias<Vector512<float>, Vector512Operations, TActivation>(its.Rows, its.Sizes.Channels, its.Sizes.Pixels, ref first, ref y[0], its.DxStride, activation);
        }
    }

    private static float[] WeightGradient(Form form, ConvolutionCase its, int firstFilter, int endFilter)
    {
        float[] dW = ConvolutionCase.Poisoned(its.WLength);
        if (form == Form.Vector)
        {
            ConvolutionKernels.WeightGradient<Vector<float>, VectorOperations>(
                its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.Dz[0], its.YStride, ref dW[0], firstFilter, endFilter);
        }
        else
        {
            ConvolutionKernels.WeightGradient<Vector512<float>, Vector512Operations>(
                its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.Dz[0], its.YStride, ref dW[0], firstFilter, endFilter);
        }

        return dW;
    }

    private static float[] BiasGradient(Form form, ConvolutionCase its)
    {
        float[] db = ConvolutionCase.Poisoned(its.Sizes.Filters);
        if (form == Form.Vector)
        {
            ConvolutionKernels.BiasGradient<Vector<float>, VectorOperations>(its.Rows, its.Sizes.Filters, its.Sizes.OutputPixels, ref its.Dz[0], its.YStride, ref db[0]);
        }
        else
        {
            ConvolutionKernels.BiasGradient<Vector512<float>, Vector512Operations>(its.Rows, its.Sizes.Filters, its.Sizes.OutputPixels, ref its.Dz[0], its.YStride, ref db[0]);
        }

        return db;
    }

    private static float[] InputGradient(Form form, ConvolutionCase its, bool accumulate)
    {
        float[] dx = ConvolutionCase.Poisoned((its.Rows - 1) * its.DxStride + Panels.Padded(its.XLength));
        for (int row = 0; row < its.Rows && accumulate; row++)
        {
            dx.AsSpan(row * its.DxStride, Panels.Padded(its.XLength)).Clear();
            dx.AsSpan(row * its.DxStride, its.XLength).Fill(0.75f);
        }

        if (form == Form.Vector)
        {
            ConvolutionKernels.InputGradient<Vector<float>, VectorOperations>(
                its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref its.W[0], ref dx[0], its.DxStride, accumulate);
        }
        else
        {
            ConvolutionKernels.InputGradient<Vector512<float>, Vector512Operations>(
                its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref its.W[0], ref dx[0], its.DxStride, accumulate);
        }

        return dx;
    }

    /// <summary>What sums should be, and the sums of their magnitudes, by which rounding is bounded.</summary>
    private sealed class Sums(int rows, int length)
    {
        private readonly double[] expected = new double[rows * length];
        private readonly double[] magnitude = new double[rows * length];

        public void Add(int row, int index, double term)
        {
            expected[row * length + index] += term;
            magnitude[row * length + index] += Math.Abs(term);
        }

        /// <summary>|ŝ − s| ≤ γₙ·Σ|terms| for n roundings, γₙ = n·u/(1 − n·u), u = 2⁻²⁴ (N. Higham, 2002, §3.1), whatever the order.</summary>
        /// <param name="actual">What was computed.</param>
        /// <param name="stride">From one row to the next, padded with zeros; null where nothing is behind a row.</param>
        /// <param name="terms">The terms of the longest sum.</param>
        /// <param name="what">What it is.</param>
        public void Check(float[] actual, int? stride, int terms, string what)
        {
            // Without fused multiply-add the product of a step rounds as well.
            double u = Math.Pow(2, -24), n = terms + 1, gamma = n * u / (1 - n * u);
            for (int row = 0; row < rows; row++)
            {
                int first = row * (stride ?? length);
                for (int i = 0; i < length; i++)
                {
                    double error = Math.Abs(actual[first + i] - expected[row * length + i]);
                    double bound = gamma * magnitude[row * length + i];
                    Assert.True(error <= bound, $"{what}[{row}, {i}]: {actual[first + i]:G9} instead of {expected[row * length + i]:G17}, {error:G3} away, bound {bound:G3}");
                }

                int padded = stride is null ? length : Panels.Padded(length);
                for (int i = length; i < padded; i++)
                {
                    Assert.True(actual[first + i] == 0, $"{what}: padding [{row}, {i}] is {actual[first + i]}");
                }

                for (int i = first + padded; i < (row + 1 < rows ? first + stride : actual.Length); i++)
                {
                    Assert.True(float.IsNaN(actual[i]), $"{what}: written behind row {row}, at {i - first}");
                }
            }
        }
    }
}
