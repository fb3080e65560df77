using System.Collections.Generic;
using System.Collections.Immutable;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>y[c, i, j] = x[c, ⌊i/factor⌋, ⌊j/factor⌋]; a signal is an image of one row, which is not repeated.</summary>
internal sealed class Upsample<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        ImmutableArray<int> shape = call.InputShapes[0];
        int factor = ((UpsampleDescription)call.Description).Factor;
        (int height, int factorHeight, int width) = shape.Length == 3 ? (shape[1], factor, shape[2]) : (1, 1, shape[1]);
        var y = new List<S>();
        for (int channel = 0; channel < shape[0]; channel++)
        {
            for (int row = 0; row < height * factorHeight; row++)
            {
                for (int column = 0; column < width * factor; column++)
                {
                    y.Add(call.Inputs[0][(channel * height + row / factorHeight) * width + column / factor]);
                }
            }
        }

        return [.. y];
    }
}
