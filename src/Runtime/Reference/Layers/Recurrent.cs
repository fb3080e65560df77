using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>h′ = ψ(a + s).</summary>
internal sealed class Recurrent<S> : Recurrence<S>
    where S : IScalar<S>
{
    protected override S[] Next(RecurrenceDescription layer, S[] a, S[] s, S[] state)
    {
        S[] z = [.. a.Zip(s, (a, s) => a + s)];
        Activation activation = ((RecurrentDescription)layer).Activation;
        return Activations<S>.Of(activation).Forward(z, new ActivateDescription(layer.Name, layer.Inputs, activation));
    }
}
