using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>z·Φ(z), Φ(z) = ½(1 + erf(z / √2)) the probability that a normal number lies below z.</summary>
internal static class GELU
{
    public static S Of<S>(S z)
        where S : IScalar<S> => S.From(0.5) * z * (S.From(1) + S.Erf(z * S.From(Math.Sqrt(0.5))));
}
