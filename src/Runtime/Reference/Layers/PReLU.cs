using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>x where x > 0, else a·x. At 0 the derivative is a.</summary>
internal sealed class PReLU<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        S[] x = call.Inputs[0], slopes = call.Parameters.ToArray();
        int pixels = x.Length / slopes.Length;
        return [.. x.Select((element, index) => S.IsPositive(element) ? element : slopes[index / pixels] * element)];
    }
}
