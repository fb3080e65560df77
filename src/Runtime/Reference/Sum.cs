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
}
