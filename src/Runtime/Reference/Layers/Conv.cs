using System;
using System.Collections.Generic;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// z[f, i, j] = Σ over c, u, v of W[f, c, u, v]·x[c + the first channel of the group, i·s − p + u·d, j·s − p + v·d] + b[f];
/// what lies outside of x is 0. A signal is an image of height 1.
/// </summary>
internal sealed class Conv<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var description = (ConvDescription)call.Description;
        bool isImage = description is Conv2DDescription;
        SlidingWindow vertical = isImage ? description.Windows[0] : new SlidingWindow(1);
        SlidingWindow horizontal = description.Windows[^1];
        int height = isImage ? call.InputShapes[0][1] : 1;
        int width = call.InputShapes[0][^1];
        int rows = vertical.Outputs(height);
        int columns = horizontal.Outputs(width);
        int channels = call.InputShapes[0][0] / description.Groups;
        int filtersOfGroup = description.Channels / description.Groups;

        S[] x = call.Inputs[0];
        ReadOnlySpan<S> w = call.Parameters[..(description.Channels * channels * vertical.Kernel * horizontal.Kernel)];
        ReadOnlySpan<S> b = call.Parameters[w.Length..];
        S[] z = new S[description.Channels * rows * columns];
        for (int filter = 0; filter < description.Channels; filter++)
        {
            int firstChannel = filter / filtersOfGroup * channels;
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    var products = new List<S>();
                    for (int c = 0; c < channels; c++)
                    {
                        for (int u = 0; u < vertical.Kernel; u++)
                        {
                            for (int v = 0; v < horizontal.Kernel; v++)
                            {
                                int row = (i * vertical.Stride) - vertical.Before + (u * vertical.Dilation);
                                int column = (j * horizontal.Stride) - horizontal.Before + (v * horizontal.Dilation);
                                if (row >= 0 && row < height && column >= 0 && column < width)
                                {
                                    S weight = w[(((((filter * channels) + c) * vertical.Kernel) + u) * horizontal.Kernel) + v];
                                    products.Add(weight * x[((((firstChannel + c) * height) + row) * width) + column]);
                                }
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
}
