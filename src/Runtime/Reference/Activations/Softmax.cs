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

    /// <summary>The largest of some numbers, as a constant.</summary>
    public static S Max(S[] z) => S.From(z.Max(x => x.Value));
}
