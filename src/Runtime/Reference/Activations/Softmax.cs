using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// e^(zᵢ − max z) / Σⱼ e^(zⱼ − max z). Any constant may be subtracted without changing the function; the maximum
/// keeps every exponential at most 1.
/// </summary>
internal sealed class Softmax<S> : ActivationFunction<S>
    where S : IScalar<S>
{
    public override S[] Forward(S[] z, ActivateDescription description)
    {
        S max = Max(z);
        S[] exp = [.. z.Select(x => S.Exp(x - max))];
        S sum = Sum.Of<S>(exp);
        return [.. exp.Select(x => x / sum)];
    }

    /// <summary>ln Softmax(z)ᵢ = zᵢ − max z − ln Σⱼ e^(zⱼ − max z).</summary>
    public static S[] Log(S[] z)
    {
        S max = Max(z);
        S sum = S.Log(Sum.Of<S>(z.Select(x => S.Exp(x - max)).ToArray()));
        return [.. z.Select(x => x - max - sum)];
    }

    private static S Max(S[] z) => S.From(z.Max(x => x.Value));
}
