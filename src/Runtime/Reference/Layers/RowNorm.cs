using System;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>Every run of elements that the last axes make, normalized by itself, then scaled and shifted element by element.</summary>
internal abstract class RowNorm<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var description = (RowNormDescription)call.Description;
        int length = call.InputShapes[0][^description.Axes..].Aggregate(1, (product, size) => product * size);
        ReadOnlySpan<S> scale = description.Affine ? call.Parameters[..length] : default;
        ReadOnlySpan<S> shift = call.Parameters[scale.Length..];

        S[] y = [.. call.Inputs[0].Chunk(length).SelectMany(x => Normalized(x, S.From(description.Epsilon)))];
        for (int index = 0; index < y.Length && description.Affine; index++)
        {
            y[index] *= scale[index % length];
            if (description.IsCentered)
            {
                y[index] += shift[index % length];
            }
        }

        return y;
    }

    protected abstract S[] Normalized(S[] x, S epsilon);

    protected static S Mean(S[] x) => Sum.Of<S>(x) / S.From(x.Length);
}

/// <summary>(x − μ)/√(σ² + ε).</summary>
internal sealed class LayerNorm<S> : RowNorm<S>
    where S : IScalar<S>
{
    protected override S[] Normalized(S[] x, S epsilon)
    {
        S mean = Mean(x);
        S variance = Mean([.. x.Select(element => (element - mean) * (element - mean))]);
        return [.. x.Select(element => (element - mean) / S.Sqrt(variance + epsilon))];
    }
}

/// <summary>x/√(mean of x² + ε).</summary>
internal sealed class RMSNorm<S> : RowNorm<S>
    where S : IScalar<S>
{
    protected override S[] Normalized(S[] x, S epsilon)
    {
        S square = Mean([.. x.Select(element => element * element)]);
        return [.. x.Select(element => element / S.Sqrt(square + epsilon))];
    }
}
