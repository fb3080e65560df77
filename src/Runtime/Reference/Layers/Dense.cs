using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>zᵤ = Σₖ W[u, k]·xₖ + bᵤ, with W [units, inputs] and then b [units] in the parameters; per step for each xₜ of a sequence.</summary>
internal sealed class Dense<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var description = (DenseDescription)call.Description;
        S[] x = call.Inputs[0];
        int inputs = call.InputShapes[0][^1];
        ReadOnlySpan<S> w = call.Parameters[..(description.Units * inputs)];
        ReadOnlySpan<S> b = call.Parameters[w.Length..];

        S[] z = new S[x.Length / inputs * description.Units];
        for (int step = 0; step < x.Length / inputs; step++)
        {
            Affine.Of<S>(w, x.AsSpan(step * inputs, inputs), b).CopyTo(z, step * description.Units);
        }

        return z;
    }
}
