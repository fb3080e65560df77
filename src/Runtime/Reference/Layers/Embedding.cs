using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>y[t] = W[x[t]], with W [symbols, size] in the parameters.</summary>
internal sealed class Embedding<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        int size = ((EmbeddingDescription)call.Description).Size;
        S[] x = call.Inputs[0];
        S[] y = new S[x.Length * size];
        for (int step = 0; step < x.Length; step++)
        {
            int symbol = (int)x[step].Value;
            for (int index = 0; index < size; index++)
            {
                y[step * size + index] = call.Parameters[symbol * size + index];
            }
        }

        return y;
    }
}
