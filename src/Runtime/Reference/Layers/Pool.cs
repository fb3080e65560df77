using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>One number of every window of every channel, over what of the window lies in the input.</summary>
internal abstract class Pool<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var windows = Windows.Of(call.Description, call.InputShapes[0]);
        S[] x = call.Inputs[0];
        var y = new List<S>();
        for (int first = 0; first < x.Length; first += windows.Places)
        {
            for (int row = 0; row < windows.Rows; row++)
            {
                for (int column = 0; column < windows.Columns; column++)
                {
                    int channel = first;
                    y.Add(Of([.. windows.Taken(row, column).Select(taken => x[channel + taken.Place])], windows.Elements, call.Description));
                }
            }
        }

        return [.. y];
    }

    /// <summary>What a window becomes.</summary>
    /// <param name="elements">Its elements in row-major order, without padding; one at least.</param>
    /// <param name="size">How many it has with its padding.</param>
    /// <param name="description">The layer.</param>
    protected abstract S Of(S[] elements, int size, LayerDescription description);
}
