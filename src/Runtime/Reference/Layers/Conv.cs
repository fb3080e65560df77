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
        var windows = Windows.Of(description, call.InputShapes[0]);
        (int rows, int columns) = (windows.Rows, windows.Columns);
        int channels = call.InputShapes[0][0] / description.Groups;
        int filtersOfGroup = description.Channels / description.Groups;

        S[] x = call.Inputs[0];
        ReadOnlySpan<S> w = call.Parameters[..(description.Channels * channels * windows.Elements)];
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
                        foreach ((int element, int place) in windows.Taken(i, j))
                        {
                            products.Add(w[(((filter * channels) + c) * windows.Elements) + element] * x[((firstChannel + c) * windows.Places) + place]);
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
