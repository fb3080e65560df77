using System;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>
/// Applies the rule of an optimizer to a range of parameters, vector by vector. The rule is a struct, so that each has
/// a loop of its own, compiled with the rule in it.
/// </summary>
internal static class Sweep
{
    /// <summary>Moves a range of parameters, and what the rule remembers of them.</summary>
    public static void Run<T, TUpdate>(in TUpdate update, in ParameterRange<T> range, ImmutableArray<(string Name, AlignedBuffer<T> Values)> state)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TUpdate : struct, IUpdate<T>
    {
        Span<T> theta = range.Parameters;
        ReadOnlySpan<T> gradient = range.Gradient;
        Span<T> first = TUpdate.Buffers > 0 ? state[0].Values.Span.Slice(range.Offset, theta.Length) : default;
        Span<T> second = TUpdate.Buffers > 1 ? state[1].Values.Span.Slice(range.Offset, theta.Length) : default;
        Span<T> third = TUpdate.Buffers > 2 ? state[2].Values.Span.Slice(range.Offset, theta.Length) : default;
        int rest = theta.Length % Vector<T>.Count;
        Vectors(update, theta[..^rest], gradient, first, second, third);
        if (rest > 0)
        {
            Rest(update, theta[^rest..], gradient[^rest..], Last(first, rest), Last(second, rest), Last(third, rest));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Vectors<T, TUpdate>(in TUpdate update, Span<T> theta, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TUpdate : struct, IUpdate<T>
    {
        ref T t = ref MemoryMarshal.GetReference(theta);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        ref T a = ref MemoryMarshal.GetReference(first);
        ref T b = ref MemoryMarshal.GetReference(second);
        ref T c = ref MemoryMarshal.GetReference(third);
        TUpdate rule = update;
        for (nuint index = 0; index < (nuint)theta.Length; index += (nuint)Vector<T>.Count)
        {
            Vector<T> one = TUpdate.Buffers > 0 ? Vector.LoadUnsafe(ref a, index) : default;
            Vector<T> two = TUpdate.Buffers > 1 ? Vector.LoadUnsafe(ref b, index) : default;
            Vector<T> three = TUpdate.Buffers > 2 ? Vector.LoadUnsafe(ref c, index) : default;
            rule.Apply(Vector.LoadUnsafe(ref t, index), Vector.LoadUnsafe(ref g, index), ref one, ref two, ref three).StoreUnsafe(ref t, index);
            if (TUpdate.Buffers > 0)
            {
                one.StoreUnsafe(ref a, index);
            }

            if (TUpdate.Buffers > 1)
            {
                two.StoreUnsafe(ref b, index);
            }

            if (TUpdate.Buffers > 2)
            {
                three.StoreUnsafe(ref c, index);
            }
        }
    }

    /// <summary>Less than a vector, as part of one, so that its bits are those of a range that is split elsewhere.</summary>
    private static void Rest<T, TUpdate>(in TUpdate update, Span<T> theta, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TUpdate : struct, IUpdate<T>
    {
        int length = Vector<T>.Count;
        Span<T> vectors = stackalloc T[5 * length];
        vectors.Clear();
        Span<T> t = vectors[..length], g = vectors.Slice(length, length);
        Span<T> a = vectors.Slice(2 * length, length), b = vectors.Slice(3 * length, length), c = vectors.Slice(4 * length, length);
        theta.CopyTo(t);
        gradient.CopyTo(g);
        first.CopyTo(a);
        second.CopyTo(b);
        third.CopyTo(c);
        Vectors(update, t, g, a, b, c);
        t[..theta.Length].CopyTo(theta);
        a[..first.Length].CopyTo(first);
        b[..second.Length].CopyTo(second);
        c[..third.Length].CopyTo(third);
    }

    private static Span<T> Last<T>(Span<T> values, int count) => values.IsEmpty ? values : values[^count..];
}
