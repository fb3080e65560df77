using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>z where z > 0, else α·(eᶻ − 1). At 0 the derivative is α.</summary>
internal static class ELU
{
    public static S Of<S>(S z, double slope)
        where S : IScalar<S> => S.IsPositive(z) ? z : S.From(slope) * (S.Exp(z) - S.From(1));
}
