using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>yᵢ = xₒ₊ᵢ, with the part's offset o in the row x.</summary>
internal sealed class Input<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var part = (InputDescription)call.Description;
        return [.. call.Inputs[0].Skip(part.Offset).Take(NetworkDescription.Elements(part.Shape))];
    }
}
