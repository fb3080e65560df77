using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// ln(1 + eᶻ) = z + ln(1 + e⁻ᶻ): one function in two forms, so that the exponential never overflows. Where 1 + e would
/// round most of e away, ln(1 + e) is e − e²/2.
/// </summary>
internal static class Softplus
{
    public static S Of<S>(S z)
        where S : IScalar<S> => z.Value < 0 ? LogOnePlusExp(z) : z + LogOnePlusExp(-z);

    private static S LogOnePlusExp<S>(S z)
        where S : IScalar<S>
    {
        S exp = S.Exp(z);
        return z.Value < -18 ? exp - S.From(0.5) * exp * exp : S.Log(S.From(1) + exp);
    }
}
