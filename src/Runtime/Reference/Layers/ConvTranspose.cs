using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// z[f, i, j] = Σ over c, h, w, u, v of x[c, h, w]·W[c, f − the first filter of the group, u, v] where h·s − p + u·d = i and
/// w·s − p + v·d = j, + b[f]. A signal is an image of height 1.
/// </summary>
internal sealed class ConvTranspose<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var description = (ConvTransposeDescription)call.Description;
        bool isImage = description.Windows.Length == 2;
        (TransposedWindow vertical, TransposedWindow horizontal) = (isImage ? description.Windows[0] : new TransposedWindow(1), description.Windows[^1]);
        (int inputs, int height, int width) = (call.InputShapes[0][0], isImage ? call.InputShapes[0][1] : 1, call.InputShapes[0][^1]);
        (int rows, int columns) = (vertical.Outputs(height), horizontal.Outputs(width));
        (int channels, int filters) = (inputs / description.Groups, description.Channels / description.Groups);
        int taps = vertical.Kernel * horizontal.Kernel;

        S[] x = call.Inputs[0];
        S[] w = call.Parameters[..(inputs * filters * taps)].ToArray();
        ReadOnlySpan<S> b = call.Parameters[w.Length..];
        S[] z = new S[description.Channels * rows * columns];
        for (int filter = 0; filter < description.Channels; filter++)
        {
            int firstChannel = filter / filters * channels;
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    var products = new List<S>();
                    for (int c = firstChannel; c < firstChannel + channels; c++)
                    {
                        foreach ((int h, int u) in Meeting(vertical, height, i))
                        {
                            foreach ((int k, int v) in Meeting(horizontal, width, j))
                            {
                                products.Add(x[(((c * height) + h) * width) + k] * w[(((((c * filters) + (filter % filters)) * vertical.Kernel) + u) * horizontal.Kernel) + v]);
                            }
                        }
                    }

                    S sum = products.Count > 0 ? Sum.Of<S>(products.ToArray()) : S.From(0);
                    z[(((filter * rows) + i) * columns) + j] = description.Bias ? sum + b[filter] : sum;
                }
            }
        }

        return z;
    }

    /// <summary>Which elements of the input reach an element of the output, and by which of the kernel.</summary>
    private static IEnumerable<(int Place, int Element)> Meeting(TransposedWindow window, int inputs, int output) =>
        from place in Enumerable.Range(0, inputs)
        from element in Enumerable.Range(0, window.Kernel)
        where (place * window.Stride) - window.Padding + (element * window.Dilation) == output
        select (place, element);
}
