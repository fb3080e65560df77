using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>½z·(1 + tanh u) with u = √(2/π)·(z + 0.044715z³); as z·σ(2u), which does not cancel where tanh u is near −1.</summary>
internal static class GELUTanh
{
    public static S Of<S>(S z)
        where S : IScalar<S> =>
        z * Sigmoid.Of(S.From(2 * Math.Sqrt(2 / Math.PI)) * (z + S.From(0.044715) * z * z * z));
}
