using System.Collections.Generic;
using System.Collections.Immutable;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>y[c, i, j] = x[c, i − top, j − left] where there is such an element, 0 elsewhere; a signal is an image of one row.</summary>
internal sealed class ZeroPad<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var pad = (ZeroPadDescription)call.Description;
        ImmutableArray<int> shape = call.InputShapes[0];
        (int height, int width) = shape.Length == 3 ? (shape[1], shape[2]) : (1, shape[1]);
        var y = new List<S>();
        for (int channel = 0; channel < shape[0]; channel++)
        {
            for (int row = -pad.Top; row < height + pad.Bottom; row++)
            {
                for (int column = -pad.Left; column < width + pad.Right; column++)
                {
                    bool isInside = row >= 0 && row < height && column >= 0 && column < width;
                    y.Add(isInside ? call.Inputs[0][(channel * height + row) * width + column] : S.From(0));
                }
            }
        }

        return [.. y];
    }
}
