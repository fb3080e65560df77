using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// σ(z) = 1 / (1 + e⁻ᶻ) = eᶻ / (1 + eᶻ): one function in two forms, so that the exponential never overflows.
/// </summary>
internal static class Sigmoid
{
    public static S Of<S>(S z)
        where S : IScalar<S>
    {
        if (z.Value < 0)
        {
            S exp = S.Exp(z);
            return exp / (S.From(1) + exp);
        }

        return S.From(1) / (S.From(1) + S.Exp(-z));
    }
}
