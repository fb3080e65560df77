using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>yᵢ = Σ over the inputs of xᵢ.</summary>
internal sealed class Add<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        S[][] inputs = call.Inputs;
        S[] y = new S[inputs[0].Length];
        for (int index = 0; index < y.Length; index++)
        {
            y[index] = Sum.Of<S>(inputs.Select(x => x[index]).ToArray());
        }

        return y;
    }
}
