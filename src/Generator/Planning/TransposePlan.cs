using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// The transposed weight panels that the backward pass reads: workspace, made anew at every backward pass, so that
/// they are never stale.
/// </summary>
internal sealed record TransposePlan(EquatableArray<TransposedWeights> Weights, int Length)
{
    public static TransposePlan Of(NetworkProgram training)
    {
        var weights = new List<TransposedWeights>();
        int offset = 0;
        foreach (Operation operation in training.Operations)
        {
            foreach (ParameterModel parameter in operation.Layer.Parameters.Where(parameter => parameter.InPanels))
            {
                bool onRequest = !parameter.IsInner && !training.Tensors[operation.Inputs[0]].Learned;
                weights.Add(new TransposedWeights(operation.Node, parameter, offset, onRequest));
                offset += (int)Padding.OfTransposed(parameter);
            }
        }

        return new TransposePlan(weights.ToEquatableArray(), offset);
    }

    /// <summary>Where the first of a layer's matrices lies; the others follow it.</summary>
    public int OffsetOf(int node)
    {
        // They lie in the order of nodes.
        int first = 0;
        for (int end = Weights.Count - 1; first < end;)
        {
            int middle = (first + end) / 2;
            (first, end) = Weights[middle].Node < node ? (middle + 1, end) : (first, middle);
        }

        return Weights[first].Offset;
    }
}

/// <summary>One transposed weight matrix.</summary>
/// <param name="OnRequest">Whether it is only read where the input's gradient is asked for.</param>
internal sealed record TransposedWeights(int Node, ParameterModel Parameter, int Offset, bool OnRequest);
