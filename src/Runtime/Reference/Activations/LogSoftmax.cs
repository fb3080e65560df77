using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>ln Softmax(z)ᵢ = zᵢ − max z − ln Σⱼ e^(zⱼ − max z).</summary>
internal sealed class LogSoftmax<S> : ActivationFunction<S>
    where S : IScalar<S>
{
    public override S[] Forward(S[] z, ActivateDescription description) => Of(z);

    public static S[] Of(S[] z)
    {
        S max = Softmax<S>.Max(z);
        S sum = S.Log(Sum.Of<S>(z.Select(x => S.Exp(x - max)).ToArray()));
        return [.. z.Select(x => x - max - sum)];
    }
}
