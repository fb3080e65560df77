using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>Whether numbers are neither NaN nor infinite, at the speed of reading them.</summary>
internal static class FiniteNumbers
{
    public static bool All<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, INumberBase<T>
    {
        // x − x is 0, or NaN where x is not finite.
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(numbers);
        Vector<T> differences = Vector<T>.Zero;
        foreach (Vector<T> vector in vectors)
        {
            differences += vector - vector;
        }

        bool all = Vector.EqualsAll(differences, Vector<T>.Zero);
        foreach (T number in numbers[(vectors.Length * Vector<T>.Count)..])
        {
            all &= T.IsFinite(number);
        }

        return all;
    }
}
