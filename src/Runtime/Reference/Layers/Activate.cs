using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>a = ψ(z).</summary>
internal sealed class Activate<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var description = (ActivateDescription)call.Description;
        return Activations<S>.Of(description.Activation).Forward(call.Inputs[0], description);
    }
}
