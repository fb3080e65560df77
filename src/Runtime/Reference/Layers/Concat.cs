using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>The inputs one behind the other along an axis.</summary>
internal sealed class Concat<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        int axis = ((ConcatDescription)call.Description).Axis;

        // Seen from the axis, a tensor is [what lies before it][axis and what lies after it].
        int before = call.InputShapes[0].Take(axis).Aggregate(1, (product, size) => product * size);
        var y = new List<S>();
        for (int outer = 0; outer < before; outer++)
        {
            foreach (S[] x in call.Inputs)
            {
                int inner = x.Length / before;
                y.AddRange(x.AsSpan(outer * inner, inner));
            }
        }

        return [.. y];
    }
}
