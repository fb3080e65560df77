using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>1 where z > 0, else 0. The derivative is that of constants; NaN stays NaN.</summary>
internal static class HardThreshold
{
    public static S Of<S>(S z)
        where S : IScalar<S> => S.IsPositive(z) ? S.From(1) : double.IsNaN(z.Value) ? z : S.From(0);
}
