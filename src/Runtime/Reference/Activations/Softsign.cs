using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>z / (1 + |z|), which has no corner at 0.</summary>
internal static class Softsign
{
    public static S Of<S>(S z)
        where S : IScalar<S> => z / (S.From(1) + (z.Value < 0 ? -z : z));
}
