using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>The one place where the reference adds up: from left to right.</summary>
internal static class Sum
{
    public static S Of<S>(ReadOnlySpan<S> terms)
        where S : IScalar<S>
    {
        S sum = terms[0];
        foreach (S term in terms[1..])
        {
            sum += term;
        }

        return sum;
    }

    /// <summary>Σ aᵢ·bᵢ.</summary>
    public static S OfProducts<S>(ReadOnlySpan<S> a, ReadOnlySpan<S> b)
        where S : IScalar<S>
    {
        S[] products = new S[a.Length];
        for (int index = 0; index < products.Length; index++)
        {
            products[index] = a[index] * b[index];
        }

        return Of<S>(products);
    }
}
