using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>0 below −3, z·(z + 3)/6 up to 3, z from there on. At −3 the derivative is −½, at 3 it is 1.</summary>
internal static class HardSwish
{
    public static S Of<S>(S z)
        where S : IScalar<S> =>
        S.IsGreater(S.From(-3), z) ? S.From(0)
        : S.IsGreater(S.From(3), z) ? z * (z + S.From(3)) / S.From(6)
        : z;
}
