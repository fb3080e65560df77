using System;
using System.Linq;
using NetGen.Kernels;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>Sixteen examples side by side give what one after another gives.</summary>
public sealed class LaneKernelsTests
{
    [Fact]
    public void ADenseLayerHasTheBitsOfTheTiles()
    {
        for (int inputs = 1; inputs <= 33; inputs += 4)
        {
            for (int units = 1; units <= 32; units++)
            {
                float[] x = Values(LaneKernels.Lanes * inputs, seed: 1), weights = Panel(units, inputs), bias = Values(32, seed: 3);
                bias.AsSpan(units).Clear();
                int width = Panels.Padded(units);
                float[] expected = new float[LaneKernels.Lanes * width], lanes = new float[LaneKernels.Lanes * inputs], y = new float[LaneKernels.Lanes * units], actual = new float[LaneKernels.Lanes * units];
                DenseKernels.Forward(LaneKernels.Lanes, inputs, units, ref x[0], inputs, ref weights[0], ref bias[0], ref expected[0], width, default(TanhActivation));

                LaneKernels.Load(LaneKernels.Lanes, inputs, ref x[0], ref lanes[0]);
                LaneKernels.Dense(inputs, units, ref lanes[0], ref weights[0], ref bias[0], ref y[0], default(TanhActivation));
                LaneKernels.Store(LaneKernels.Lanes, units, ref y[0], ref actual[0]);

                Assert.Equal(expected.Chunk(width).SelectMany(row => row[..units]), actual);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    public void RowsComeOutAsTheyWentInAndNothingBehindThemIsTouched(int rows)
    {
        float[] x = Values(rows * 7, seed: 4), lanes = Values(7 * LaneKernels.Lanes, seed: 5), y = [.. Enumerable.Repeat(-1f, rows * 7 + 16)];

        LaneKernels.Load(rows, 7, ref x[0], ref lanes[0]);
        LaneKernels.Store(rows, 7, ref lanes[0], ref y[0]);

        Assert.Equal(x, y[..(rows * 7)]);
        Assert.All(y[(rows * 7)..], value => Assert.Equal(-1f, value));
        Assert.All(Enumerable.Range(0, 7 * LaneKernels.Lanes).Where(index => index % LaneKernels.Lanes >= rows), index => Assert.Equal(0f, lanes[index]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(32)]
    public void ASoftmaxOfEveryLaneSumsToOneAndStandsInProportion(int elements)
    {
        float[] z = Values(elements * LaneKernels.Lanes, seed: 6), a = new float[z.Length];
        z[0] = 80;

        LaneKernels.Softmax(elements, ref z[0], ref a[0]);

        for (int lane = 0; lane < LaneKernels.Lanes; lane++)
        {
            double[] column = [.. Enumerable.Range(0, elements).Select(element => (double)z[element * LaneKernels.Lanes + lane])];
            double total = column.Sum(value => Math.Exp(value - column.Max()));
            for (int element = 0; element < elements; element++)
            {
                // The exponent is rounded once, e^ once, the sum as often as it has terms; subnormal results to 2⁻¹⁴⁹.
                double distance = column.Max() - column[element];
                double expected = Math.Exp(-distance) / total;
                double bound = expected * (distance + elements + 4) * Math.Pow(2, -23) + Math.Pow(2, -148);
                Assert.InRange(a[element * LaneKernels.Lanes + lane], expected - bound, expected + bound);
            }
        }
    }

    [Fact]
    public void AnActivationIsAppliedToEveryLane()
    {
        float[] z = Values(3 * LaneKernels.Lanes, seed: 7), a = new float[z.Length];

        LaneKernels.Activate(3, ref z[0], ref a[0], default(ReLUActivation));

        Assert.Equal(z.Select(value => MathF.Max(0, value)), a);
    }

    private static float[] Panel(int units, int inputs)
    {
        float[] values = Values(units * inputs, seed: 2), panel = new float[Panels.Length(units, inputs)];
        for (int index = 0; index < values.Length; index++)
        {
            panel[Panels.Index(units, inputs, index / inputs, index % inputs)] = values[index];
        }

        return panel;
    }

    private static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
