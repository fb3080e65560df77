using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>λ times an ELU. λ and α are where mean 0 and variance 1 of z give the same of the result. At 0 the derivative is λ·α.</summary>
internal static class SELU
{
    private const double Scale = 1.0507009873554804934;
    private const double Slope = 1.6732632423543772848;

    public static S Of<S>(S z)
        where S : IScalar<S> => S.From(Scale) * ELU.Of(z, Slope);
}
