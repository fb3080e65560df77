using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>min(high, max(low, z)). At low and high the derivative is that of the constants; NaN stays NaN.</summary>
internal static class Clamp
{
    public static S Of<S>(S z, double low, double high)
        where S : IScalar<S> =>
        double.IsNaN(z.Value) ? z
        : !S.IsGreater(z, S.From(low)) ? S.From(low)
        : S.IsGreater(S.From(high), z) ? z
        : S.From(high);
}
