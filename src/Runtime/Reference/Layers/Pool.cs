using System.Collections.Generic;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>One number of every window of every channel, over what of the window lies in the input.</summary>
internal abstract class Pool<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var description = (PoolDescription)call.Description;
        PoolWindow window = description.Window(call.InputShapes[0]);
        var y = new List<S>();
        for (int channel = 0; channel < window.Channels; channel++)
        {
            for (int row = 0; row < window.Rows.Output; row++)
            {
                for (int column = 0; column < window.Columns.Output; column++)
                {
                    y.Add(Of(Elements(window, call.Inputs[0], channel, row, column), window, description));
                }
            }
        }

        return [.. y];
    }

    /// <summary>What a window becomes.</summary>
    /// <param name="elements">Its elements in row-major order, without padding; one at least.</param>
    /// <param name="window">The window.</param>
    /// <param name="description">The layer.</param>
    protected abstract S Of(S[] elements, PoolWindow window, PoolDescription description);

    private static S[] Elements(PoolWindow window, S[] x, int channel, int outputRow, int outputColumn)
    {
        (PoolAxis rows, PoolAxis columns) = (window.Rows, window.Columns);
        var elements = new List<S>();
        for (int row = rows.Start(outputRow); row < rows.Start(outputRow) + rows.Kernel; row++)
        {
            for (int column = columns.Start(outputColumn); column < columns.Start(outputColumn) + columns.Kernel; column++)
            {
                if (row >= 0 && row < rows.Size && column >= 0 && column < columns.Size)
                {
                    elements.Add(x[(channel * rows.Size + row) * columns.Size + column]);
                }
            }
        }

        return [.. elements];
    }
}
