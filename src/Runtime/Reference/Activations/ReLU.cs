using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>max(0, z). At 0 the derivative is that of the constant 0; NaN stays NaN.</summary>
internal static class ReLU
{
    public static S Of<S>(S z)
        where S : IScalar<S> => S.IsPositive(z) || double.IsNaN(z.Value) ? z : S.From(0);
}
