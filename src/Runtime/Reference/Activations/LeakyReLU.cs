using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>z where z > 0, else α·z. At 0 the derivative is α.</summary>
internal static class LeakyReLU
{
    public static S Of<S>(S z, double slope)
        where S : IScalar<S> => S.IsPositive(z) ? z : S.From(slope) * z;
}
