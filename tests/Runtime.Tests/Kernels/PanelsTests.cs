using System;
using NetGen.Kernels;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

public sealed class PanelsTests
{
    private static readonly int[] sizes = [1, 2, 3, 7, 8, 15, 16, 17, 31, 32, 33, 47, 48, 49, 64, 100];

    [Fact]
    public void TransposeMovesEveryElementAndZeroesThePadding()
    {
        foreach (int units in sizes)
        {
            foreach (int inputs in sizes)
            {
                float[] weights = new float[Panels.Length(units, inputs)];
                float[] transposed = new float[Panels.Length(inputs, units) + 1];
                Array.Fill(transposed, float.NaN);
                for (int unit = 0; unit < units; unit++)
                {
                    for (int input = 0; input < inputs; input++)
                    {
                        weights[Panels.Index(units, inputs, unit, input)] = unit * 1000 + input + 1;
                    }
                }

                Panels.Transpose(units, inputs, ref weights[0], ref transposed[0]);
                for (int input = 0; input < Panels.Padded(inputs); input++)
                {
                    for (int unit = 0; unit < units; unit++)
                    {
                        float expected = input < inputs ? unit * 1000 + input + 1 : 0;
                        Assert.True(
                            transposed[Panels.Index(inputs, units, input, unit)] == expected,
                            $"{units}x{inputs}: [{input}, {unit}] is {transposed[Panels.Index(inputs, units, input, unit)]}, not {expected}");
                    }
                }

                Assert.True(float.IsNaN(transposed[^1]), $"{units}x{inputs}: written behind the end");
            }
        }
    }

    [Fact]
    public void TransposingTwiceGivesTheSameBits()
    {
        foreach (int units in sizes)
        {
            foreach (int inputs in sizes)
            {
                float[] weights = new float[Panels.Length(units, inputs)];
                float[] transposed = new float[Panels.Length(inputs, units)];
                float[] again = new float[weights.Length];
                Array.Fill(again, float.NaN);
                for (int unit = 0; unit < units; unit++)
                {
                    for (int input = 0; input < inputs; input++)
                    {
                        weights[Panels.Index(units, inputs, unit, input)] = (float)CounterRandom.Normal(1, unit, input);
                    }
                }

                Panels.Transpose(units, inputs, ref weights[0], ref transposed[0]);
                Panels.Transpose(inputs, units, ref transposed[0], ref again[0]);
                Assert.Equal(weights, again);
            }
        }
    }
}
