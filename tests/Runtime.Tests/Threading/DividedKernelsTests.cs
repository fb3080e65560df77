using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using NetGen.Kernels;
using NetGen.Threading;
using Xunit;

namespace NetGen.Runtime.Tests.Threading;

/// <summary>Divided kernels have the bits of the kernels themselves, whatever the number of parts and their order.</summary>
public sealed unsafe class DividedKernelsTests
{
    private static readonly int[] counts = [2, 3, 4, 7];
    private static readonly (int Rows, int Inputs, int Units)[] shapes =
    [
        (1, 1, 1), (2, 3, 5), (7, 33, 17), (13, 31, 33), (24, 100, 48), (25, 64, 10), (64, 128, 10), (12, 65, 130), (37, 96, 79),
    ];

    private static readonly (int Rows, int Inputs, int Units)[] large = [(64, 300, 130), (31, 784, 48), (257, 130, 47)];

    [Fact]
    public void Forward()
    {
        foreach (Layer layer in Layers())
        {
            foreach (bool biased in (bool[])[true, false])
            {
                float[] expected = layer.NewY();
                fixed (float* x = layer.X, w = layer.W, b = layer.B, y = expected)
                {
                    DenseKernels.Forward(layer.Rows, layer.Inputs, layer.Units, ref *x, layer.XStride, ref *w, ref biased ? ref *b : ref Unsafe.NullRef<float>(), ref *y, layer.YStride, new SigmoidActivation());
                }

                Check(layer, expected, layer.NewY, (pointer, run) =>
                {
                    fixed (float* x = layer.X, w = layer.W, b = layer.B)
                    {
                        var work = new ForwardWork<SigmoidActivation>(layer.Rows, layer.Inputs, layer.Units, x, layer.XStride, w, biased ? b : null, (float*)pointer, layer.YStride, default);
                        run(work);
                    }
                });
            }
        }
    }

    [Fact]
    public void ParameterGradient()
    {
        foreach (Layer layer in Layers())
        {
            foreach (bool biased in (bool[])[true, false])
            {
                int length = Panels.Length(layer.Units, layer.Inputs);
                float[] expected = new float[length + Panels.Padded(layer.Units)];
                DenseKernels.WeightGradient(layer.Rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.Dz[0], layer.YStride, ref expected[0]);
                if (biased)
                {
                    DenseKernels.BiasGradient(layer.Rows, layer.Units, ref layer.Dz[0], layer.YStride, ref expected[length]);
                }

                Check(layer, expected, () => new float[expected.Length], (pointer, run) =>
                {
                    fixed (float* x = layer.X, d = layer.Dz)
                    {
                        run(new ParameterGradientWork(
                            layer.Rows, layer.Inputs, layer.Units, x, layer.XStride, d, layer.YStride, (float*)pointer, biased ? (float*)pointer + length : null));
                    }
                });
            }
        }
    }

    [Fact]
    public void InputGradient()
    {
        foreach (Layer layer in Layers())
        {
            foreach (bool accumulate in (bool[])[true, false])
            {
                (float[] expected, float[] transposed, int stride) = InputGradientOf(layer, accumulate);

                Check(layer, expected, layer.NewX, (pointer, run) =>
                {
                    fixed (float* d = layer.Dz, t = transposed)
                    {
                        run(new InputGradientWork(layer.Rows, layer.Inputs, layer.Units, d, layer.YStride, t, (float*)pointer, stride, accumulate));
                    }
                });
            }
        }
    }

    [Fact]
    public void InputGradient_that_transposes()
    {
        using var workers = new Workers(3);
        foreach (Layer layer in Layers())
        {
            foreach (bool accumulate in (bool[])[true, false])
            {
                (float[] expected, float[] transposed, int stride) = InputGradientOf(layer, accumulate);

                foreach (Workers? them in (Workers?[])[null, workers])
                {
                    float[] actual = layer.NewX();
                    transposed.AsSpan().Fill(float.NaN);
                    DividedKernels.InputGradient(
                        layer.Rows, layer.Inputs, layer.Units, ref layer.Dz[0], layer.YStride, ref layer.W[0], ref transposed[0], ref actual[0], stride, accumulate, them);
                    Assert.Equal(expected, actual);
                }
            }
        }
    }

    [Fact]
    public void Transpose()
    {
        foreach (Layer layer in Layers())
        {
            float[] expected = new float[Panels.Length(layer.Inputs, layer.Units)];
            Panels.Transpose(layer.Units, layer.Inputs, ref layer.W[0], ref expected[0]);

            Check(layer, expected, () => new float[expected.Length], (pointer, run) =>
            {
                fixed (float* w = layer.W)
                {
                    run(new TransposeWork(layer.Units, layer.Inputs, w, (float*)pointer));
                }
            });
        }
    }

    [Fact]
    public void WhatWorkersShareHasTheBitsOfOneThread()
    {
        foreach (int count in counts)
        {
            using var workers = new Workers(count);
            foreach ((int rows, int inputs, int units) in large)
            {
                var layer = new Layer(rows, inputs, units);
                Assert.Equal(Step(layer, null), Step(layer, workers));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void RowsAreDividedWithoutAGap(int rows)
    {
        using var workers = new Workers(4);
        const int Elements = 1 << 15;
        var taken = new float[rows];
        DividedRows.Run(rows, Elements, ref taken[0], workers, static (int all, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                Unsafe.Add(ref work, row) += all;
            }
        });
        DividedRows.Run(rows, Elements, ref taken[0], true, 5, 7, workers, static (int all, int first, int end, ref float work, bool training, ulong seed, long step) =>
        {
            for (int row = first; row < end; row++)
            {
                Unsafe.Add(ref work, row) += training ? (float)seed * step : 0;
            }
        });

        Assert.All(taken, times => Assert.Equal(rows + 35, times));
    }

    private static (float[] Gradient, float[] Transposed, int Stride) InputGradientOf(Layer layer, bool accumulate)
    {
        float[] gradient = layer.NewX(), transposed = new float[Panels.Length(layer.Inputs, layer.Units)];
        int stride = Panels.Padded(layer.Inputs);
        Panels.Transpose(layer.Units, layer.Inputs, ref layer.W[0], ref transposed[0]);
        DenseKernels.InputGradient(layer.Rows, layer.Inputs, layer.Units, ref layer.Dz[0], layer.YStride, ref transposed[0], ref gradient[0], stride, accumulate);
        return (gradient, transposed, stride);
    }

    private static float[] Step(Layer layer, Workers? workers)
    {
        float[] y = layer.NewY(), dx = layer.NewX();
        int room = Panels.Length(layer.Inputs, layer.Units);
        float[] transposed = new float[room + 64];
        transposed.AsSpan().Fill(float.NaN);
        int length = Panels.Length(layer.Units, layer.Inputs);
        float[] gradient = new float[length + Panels.Padded(layer.Units)];
        DividedKernels.Forward(layer.Rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.W[0], ref layer.B[0], ref y[0], layer.YStride, new TanhActivation(), workers);
        DividedKernels.ParameterGradient(layer.Rows, layer.Inputs, layer.Units, ref layer.X[0], layer.XStride, ref layer.Dz[0], layer.YStride, ref gradient[0], ref gradient[length], workers);
        DividedKernels.InputGradient(layer.Rows, layer.Inputs, layer.Units, ref layer.Dz[0], layer.YStride, ref layer.W[0], ref transposed[0], ref dx[0], Panels.Padded(layer.Inputs), false, workers);
        Assert.All(transposed[room..], behind => Assert.True(float.IsNaN(behind), "written behind the room for transposed weights"));
        return [.. y, .. dx, .. gradient];
    }

    /// <summary>Does all parts, last ones first, and compares with what the kernel gives.</summary>
    private static void Check(Layer layer, float[] expected, Func<float[]> fresh, Action<nint, Action<IWork>> with)
    {
        foreach (int parts in (int[])[1, .. counts])
        {
            float[] actual = fresh();
            fixed (float* pointer = actual)
            {
                with((nint)pointer, work =>
                {
                    for (int part = parts - 1; part >= 0; part--)
                    {
                        work.Do(part, parts);
                    }
                });
            }

            Assert.True(expected.AsSpan().SequenceEqual(actual), $"{layer} in {parts} parts");
        }
    }

    private static IEnumerable<Layer> Layers() => shapes.Select(shape => new Layer(shape.Rows, shape.Inputs, shape.Units));

    private sealed class Layer
    {
        private readonly Random random;

        public Layer(int rows, int inputs, int units)
        {
            (Rows, Inputs, Units) = (rows, inputs, units);
            random = new Random(rows * 10007 + inputs * 101 + units);
            X = Draw(rows * XStride);
            B = Padded(1, units);
            Dz = Padded(rows, units);
            W = new float[Panels.Length(units, inputs)];
            for (int unit = 0; unit < units; unit++)
            {
                for (int input = 0; input < inputs; input++)
                {
                    W[Panels.Index(units, inputs, unit, input)] = random.NextSingle() - 0.5f;
                }
            }
        }

        public int Rows { get; }

        public int Inputs { get; }

        public int Units { get; }

        public int XStride => Inputs + 1;

        public int YStride => Panels.Padded(Units);

        public float[] X { get; }

        public float[] W { get; }

        public float[] B { get; }

        public float[] Dz { get; }

        public float[] NewY() => Filled(Rows * YStride);

        // Zero in the padding, so that it may be added to.
        public float[] NewX()
        {
            float[] dx = new float[Rows * Panels.Padded(Inputs)];
            for (int row = 0; row < Rows; row++)
            {
                dx.AsSpan(row * Panels.Padded(Inputs), Inputs).Fill(0.3f);
            }

            return dx;
        }

        public override string ToString() => $"{Rows} rows, {Inputs} inputs, {Units} units";

        private static float[] Filled(int length) => [.. Enumerable.Repeat(7f, length)];

        private float[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];

        private float[] Padded(int rows, int length)
        {
            float[] padded = new float[rows * Panels.Padded(length)];
            for (int row = 0; row < rows; row++)
            {
                Draw(length).CopyTo(padded, row * Panels.Padded(length));
            }

            return padded;
        }
    }
}
