using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>The map of dense and recurrent layers and of attention.</summary>
internal static class Affine
{
    /// <summary>W·x + b.</summary>
    /// <param name="w">W [rows, x's length].</param>
    /// <param name="x">x.</param>
    /// <param name="b">b [rows], or empty for none.</param>
    public static S[] Of<S>(ReadOnlySpan<S> w, ReadOnlySpan<S> x, ReadOnlySpan<S> b)
        where S : IScalar<S>
    {
        S[] z = new S[w.Length / x.Length];
        for (int row = 0; row < z.Length; row++)
        {
            z[row] = Sum.OfProducts<S>(w.Slice(row * x.Length, x.Length), x);
            if (b.Length > 0)
            {
                z[row] += b[row];
            }
        }

        return z;
    }
}
