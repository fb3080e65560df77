using System.Collections.Generic;

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
            if (operation.Layer is DenseModel dense)
            {
                weights.Add(new TransposedWeights(operation.Node, dense, offset, OnRequest: !training.Tensors[operation.Inputs[0]].Learned));
                offset += (int)Padding.OfTransposed(dense);
            }
        }

        return new TransposePlan(weights.ToEquatableArray(), offset);
    }

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
internal sealed record TransposedWeights(int Node, DenseModel Dense, int Offset, bool OnRequest);
