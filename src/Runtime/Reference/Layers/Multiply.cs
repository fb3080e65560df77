using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>yᵢ = aᵢ·bᵢ.</summary>
internal sealed class Multiply<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        (S[] a, S[] b) = (call.Inputs[0], call.Inputs[1]);
        S[] y = new S[a.Length];
        for (int index = 0; index < y.Length; index++)
        {
            y[index] = a[index] * b[index];
        }

        return y;
    }
}
