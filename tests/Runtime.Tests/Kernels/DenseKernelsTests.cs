using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Kernels;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>Every kernel against a double loop, in both vector forms, with guards of NaN around what it may read.</summary>
public sealed class DenseKernelsTests
{
    private static readonly int[] sizes = [1, 2, 3, 7, 8, 15, 16, 17, 31, 32, 33, 64, 80, 100];
    private static readonly int[] rowCounts = [1, 2, 3, 5, 6, 7, 12, 13, 64, ManyRows];

    /// <summary>A weight gradient sums them in three parts.</summary>
    private const int ManyRows = 163;

    public static TheoryData<Form, int> Cases()
    {
        TheoryData<Form, int> cases = [];
        foreach (Form form in Enum.GetValues<Form>())
        {
            foreach (int rows in rowCounts)
            {
                cases.Add(form, rows);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Mathematics", "A2")]
    public void ForwardIsTheSumWithinItsRoundingBound(Form form, int rows)
    {
        foreach (Layer layer in Layers(rows))
        {
            foreach (bool biased in (bool[])[true, false])
            {
                float[] y = Run(form, layer, biased, new IdentityActivation());
                for (int row = 0; row < rows; row++)
                {
                    for (int unit = 0; unit < layer.Units; unit++)
                    {
                        double expected = biased ? layer.Bias[unit] : 0;
                        double magnitude = Math.Abs(expected);
                        for (int k = 0; k < layer.Inputs; k++)
                        {
                            double term = (double)layer.X[row * layer.XStride + k] * layer.W(unit, k);
                            expected += term;
                            magnitude += Math.Abs(term);
                        }

                        AssertWithin(expected, y[row * layer.YStride + unit], layer.Inputs, magnitude, $"{form} {layer} y[{row}, {unit}]");
                    }

                    AssertPadding(y, row, layer.Units, layer.YStride, $"{form} {layer} y");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WeightGradientIsTheSumOfOuterProductsWithinItsRoundingBound(Form form, int rows)
    {
        foreach (Layer layer in Layers(rows))
        {
            float[] dW = Poisoned(Panels.Length(layer.Units, layer.Inputs));
            if (form == Form.Vector)
            {
                DenseKernels.WeightGradient<Vector<float>, VectorOperations>(
                    rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.Dz[0], layer.YStride, ref dW[0]);
            }
            else
            {
                DenseKernels.WeightGradient<Vector512<float>, Vector512Operations>(
                    rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.Dz[0], layer.YStride, ref dW[0]);
            }

            for (int unit = 0; unit < Panels.Padded(layer.Units); unit++)
            {
                for (int k = 0; k < layer.Inputs; k++)
                {
                    double expected = 0, magnitude = 0;
                    for (int row = 0; row < rows; row++)
                    {
                        double term = (double)layer.X[row * layer.XStride + k] * layer.Dz[row * layer.YStride + unit];
                        expected += term;
                        magnitude += Math.Abs(term);
                    }

                    // The magnitude of padding is zero, and so is its bound.
                    AssertWithin(expected, dW[Panels.Index(layer.Units, layer.Inputs, unit, k)], rows, magnitude, $"{form} {layer} dW[{unit}, {k}]");
                }
            }

            AssertGuard(dW, Panels.Length(layer.Units, layer.Inputs), $"{form} {layer} dW");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void BiasGradientIsTheSumOfRowsWithinItsRoundingBound(Form form, int rows)
    {
        foreach (Layer layer in Layers(rows).Where(layer => layer.Inputs == 1))
        {
            float[] db = Poisoned(Panels.Padded(layer.Units));
            if (form == Form.Vector)
            {
                DenseKernels.BiasGradient<Vector<float>, VectorOperations>(rows, layer.Units, ref layer.Dz[0], layer.YStride, ref db[0]);
            }
            else
            {
                DenseKernels.BiasGradient<Vector512<float>, Vector512Operations>(rows, layer.Units, ref layer.Dz[0], layer.YStride, ref db[0]);
            }

            for (int unit = 0; unit < Panels.Padded(layer.Units); unit++)
            {
                double expected = 0, magnitude = 0;
                for (int row = 0; row < rows; row++)
                {
                    expected += layer.Dz[row * layer.YStride + unit];
                    magnitude += Math.Abs(layer.Dz[row * layer.YStride + unit]);
                }

                AssertWithin(expected, db[unit], rows, magnitude, $"{form} {layer} db[{unit}]");
            }

            AssertGuard(db, Panels.Padded(layer.Units), $"{form} {layer} db");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void InputGradientIsTheTransposedSumWithinItsRoundingBound(Form form, int rows)
    {
        foreach (Layer layer in Layers(rows))
        {
            float[] transposed = Poisoned(Panels.Length(layer.Inputs, layer.Units));
            Panels.Transpose(layer.Units, layer.Inputs, ref layer.Weights[0], ref transposed[0]);
            int stride = Panels.Padded(layer.Inputs) + 3;
            foreach (bool accumulate in (bool[])[false, true])
            {
                float[] dx = Poisoned((rows - 1) * stride + Panels.Padded(layer.Inputs));
                if (accumulate)
                {
                    for (int row = 0; row < rows; row++)
                    {
                        dx.AsSpan(row * stride, Panels.Padded(layer.Inputs)).Clear();
                        dx.AsSpan(row * stride, layer.Inputs).Fill(0.75f);
                    }
                }

                float[] before = [.. dx];
                InputGradient(form, layer, rows, transposed, dx, stride, accumulate);
                for (int row = 0; row < rows; row++)
                {
                    for (int k = 0; k < layer.Inputs; k++)
                    {
                        double expected = accumulate ? before[row * stride + k] : 0;
                        double magnitude = Math.Abs(expected);
                        for (int unit = 0; unit < layer.Units; unit++)
                        {
                            double term = (double)layer.Dz[row * layer.YStride + unit] * layer.W(unit, k);
                            expected += term;
                            magnitude += Math.Abs(term);
                        }

                        AssertWithin(expected, dx[row * stride + k], layer.Units, magnitude, $"{form} {layer} dx[{row}, {k}]");
                    }

                    AssertPadding(dx, row, layer.Inputs, stride, $"{form} {layer} dx");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARowHasTheSameBitsAloneAndInABatch(Form form, int rows)
    {
        foreach (Layer layer in Layers(rows).Where(layer => layer.Units % 3 == 1 && layer.Inputs > 2))
        {
            float[] together = Run(form, layer, true, new TanhActivation());
            float[] transposed = new float[Panels.Length(layer.Inputs, layer.Units)];
            Panels.Transpose(layer.Units, layer.Inputs, ref layer.Weights[0], ref transposed[0]);
            int stride = Panels.Padded(layer.Inputs);
            float[] dx = new float[rows * stride];
            InputGradient(form, layer, rows, transposed, dx, stride, false);
            for (int row = 0; row < rows; row++)
            {
                Layer single = layer.Single(row);
                Assert.Equal(together.AsSpan(row * layer.YStride, layer.Units), Run(form, single, true, new TanhActivation()).AsSpan(0, layer.Units));
                float[] alone = new float[stride];
                InputGradient(form, single, 1, transposed, alone, stride, false);
                Assert.Equal(dx.AsSpan(row * stride, stride), alone.AsSpan());
            }
        }
    }

    [Theory]
    [InlineData(Form.Vector)]
    [InlineData(Form.Vector512)]
    [Trait("Mathematics", "A3")]
    public void ForwardAppliesTheActivationAndKeepsThePaddingZero(Form form)
    {
        foreach (int rows in rowCounts)
        {
            foreach (Layer layer in Layers(rows).Where(layer => layer.Inputs is 1 or 17))
            {
                float[] z = Run(form, layer, true, new IdentityActivation());
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
                    float[] y = Run(form, layer, true, activation);
                    for (int row = 0; row < rows; row++)
                    {
                        for (int unit = 0; unit < layer.Units; unit++)
                        {
                            float expected = activation.Apply(Vector.Create(z[row * layer.YStride + unit]))[0];
                            Assert.Equal(expected, y[row * layer.YStride + unit]);
                        }

                        AssertPadding(y, row, layer.Units, layer.YStride, $"{form} {layer} {typeof(TActivation).Name}");
                    }
                }
            }
        }
    }

    [Fact]
    public void BothFormsHaveTheSameBits()
    {
        foreach (Layer layer in Layers(13).Where(layer => layer.Inputs == 100))
        {
            Assert.Equal(Run(Form.Vector, layer, true, new SigmoidActivation()), Run(Form.Vector512, layer, true, new SigmoidActivation()));
        }
    }

    [Fact]
    public void ThePublicKernelsAreOneOfTheForms()
    {
        Layer layer = new(7, 33, 17);
        float[] y = Poisoned((layer.Rows - 1) * layer.YStride + Panels.Padded(layer.Units));
        DenseKernels.Forward(
            layer.Rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.Weights[0], ref layer.Bias[0], ref y[0], layer.YStride, new ReLUActivation());
        Assert.Equal(Run(Form.Vector, layer, true, new ReLUActivation()), y);
    }

    private static IEnumerable<Layer> Layers(int rows) => rows == ManyRows
        ? [new(rows, 3, 128), new(rows, 33, 80), new(rows, 7, 17), new(rows, 80, 1)]
        : from inputs in sizes from units in sizes select new Layer(rows, inputs, units);

    private static float[] Run<TActivation>(Form form, Layer layer, bool biased, TActivation activation)
        where TActivation : struct, IActivation
    {
        float[] y = Poisoned((layer.Rows - 1) * layer.YStride + Panels.Padded(layer.Units));
        ref float bias = ref biased ? ref layer.Bias[0] : ref Unsafe.NullRef<float>();
        if (form == Form.Vector)
        {
            DenseKernels.Forward<Vector<float>, VectorOperations, TActivation>(
                layer.Rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.Weights[0], ref bias, ref y[0], layer.YStride, activation);
        }
        else
        {
            DenseKernels.Forward<Vector512<float>, Vector512Operations, TActivation>(
                layer.Rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.Weights[0], ref bias, ref y[0], layer.YStride, activation);
        }

        return y;
    }

    private static void InputGradient(Form form, Layer layer, int rows, float[] transposed, float[] dx, int stride, bool accumulate)
    {
        if (form == Form.Vector)
        {
            DenseKernels.InputGradient<Vector<float>, VectorOperations>(
                rows, layer.Inputs, layer.Units, ref layer.Dz[0], layer.YStride, ref transposed[0], ref dx[0], stride, accumulate);
        }
        else
        {
            DenseKernels.InputGradient<Vector512<float>, Vector512Operations>(
                rows, layer.Inputs, layer.Units, ref layer.Dz[0], layer.YStride, ref transposed[0], ref dx[0], stride, accumulate);
        }
    }

    /// <summary>An array that says where it was written, with a guard behind its end.</summary>
    private static float[] Poisoned(int length)
    {
        float[] array = new float[length + Layer.Guard];
        Array.Fill(array, float.NaN);
        return array;
    }

    /// <summary>|ŝ − s| ≤ γₙ·Σ|terms| for n roundings, γₙ = n·u/(1 − n·u), u = 2⁻²⁴ (N. Higham, 2002, §3.1), whatever the order.</summary>
    private static void AssertWithin(double expected, float actual, int roundings, double magnitude, string what)
    {
        // Without fused multiply-add the product of a step rounds as well.
        double u = Math.Pow(2, -24), n = roundings + 1;
        double bound = n * u / (1 - n * u) * magnitude;
        Assert.True(Math.Abs(actual - expected) <= bound, $"{what}: {actual:G9} instead of {expected:G17}, {Math.Abs(actual - expected):G3} away, bound {bound:G3}");
    }

    private static void AssertPadding(float[] y, int row, int filled, int stride, string what)
    {
        int padded = Panels.Padded(filled);
        for (int i = filled; i < padded; i++)
        {
            Assert.True(y[row * stride + i] == 0, $"{what}: padding [{row}, {i}] is {y[row * stride + i]}");
        }

        for (int i = row * stride + padded; i < Math.Min((row + 1) * stride, y.Length); i++)
        {
            Assert.True(float.IsNaN(y[i]), $"{what}: written behind row {row}, at {i - row * stride}");
        }
    }

    private static void AssertGuard(float[] array, int length, string what)
    {
        for (int i = length; i < array.Length; i++)
        {
            Assert.True(float.IsNaN(array[i]), $"{what}: written behind the end, at {i - length}");
        }
    }

    /// <summary>A dense layer with a batch. Whatever no kernel may read is NaN.</summary>
    private sealed class Layer
    {
        public const int Guard = 64;

        public Layer(int rows, int inputs, int units)
        {
            Rows = rows;
            Inputs = inputs;
            Units = units;
            XStride = inputs + 1;
            YStride = Panels.Padded(units) + 5;
            X = Poisoned((rows - 1) * XStride + inputs);
            Dz = Poisoned((rows - 1) * YStride + Panels.Padded(units));
            Weights = new float[Panels.Length(units, inputs)];
            Bias = new float[Panels.Padded(units)];
            Random random = new(rows * 10007 + inputs * 101 + units);
            for (int row = 0; row < rows; row++)
            {
                Fill(X.AsSpan(row * XStride, inputs), random);
                Dz.AsSpan(row * YStride, Panels.Padded(units)).Clear();
                Fill(Dz.AsSpan(row * YStride, units), random);
            }

            Fill(Bias.AsSpan(0, units), random);
            for (int unit = 0; unit < units; unit++)
            {
                for (int k = 0; k < inputs; k++)
                {
                    Weights[Panels.Index(units, inputs, unit, k)] = random.NextSingle() * 2 - 1;
                }
            }
        }

        private Layer(Layer all, int row)
        {
            Rows = 1;
            Inputs = all.Inputs;
            Units = all.Units;
            XStride = all.XStride;
            YStride = all.YStride;
            X = all.X[(row * XStride)..];
            Dz = all.Dz[(row * YStride)..];
            Weights = all.Weights;
            Bias = all.Bias;
        }

        public int Rows { get; }

        public int Inputs { get; }

        public int Units { get; }

        public int XStride { get; }

        public int YStride { get; }

        public float[] X { get; }

        public float[] Dz { get; }

        public float[] Weights { get; }

        public float[] Bias { get; }

        public float W(int unit, int input) => Weights[Panels.Index(Units, Inputs, unit, input)];

        public Layer Single(int row) => new(this, row);

        public override string ToString() => $"{Rows}x{Inputs}x{Units}";

        private static void Fill(Span<float> span, Random random)
        {
            foreach (ref float value in span)
            {
                value = random.NextSingle() * 2 - 1;
            }
        }
    }
}
