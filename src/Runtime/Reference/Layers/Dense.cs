using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>zᵤ = Σₖ W[u, k]·xₖ + bᵤ, with W [units, inputs] and then b [units] in the parameters.</summary>
internal sealed class Dense<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var description = (DenseDescription)call.Description;
        S[] x = call.Inputs[0];
        ReadOnlySpan<S> w = call.Parameters[..(description.Units * x.Length)];
        ReadOnlySpan<S> b = call.Parameters[w.Length..];

        S[] z = new S[description.Units];
        for (int unit = 0; unit < z.Length; unit++)
        {
            S[] products = new S[x.Length];
            for (int k = 0; k < x.Length; k++)
            {
                products[k] = w[unit * x.Length + k] * x[k];
            }

            z[unit] = Sum.Of<S>(products);
            if (description.Bias)
            {
                z[unit] += b[unit];
            }
        }

        return z;
    }
}
