using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>Copies lines of numbers that lie some steps apart. No number is read or written but those it copies.</summary>
internal static unsafe class PlaneLines
{
    /// <summary>to[line, i] = from[line, i·step].</summary>
    /// <param name="from">The first number.</param>
    /// <param name="fromLine">From one line to the next, in floats.</param>
    /// <param name="step">From one number to the next, in floats.</param>
    /// <param name="to">Receives the first number.</param>
    /// <param name="toLine">From one line to the next, in floats.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="count">The numbers of each, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* from, nint fromLine, int step, float* to, nint toLine, int lines, int count)
    {
        if (count == 1 && toLine == 1)
        {
            // Lines of one number are a line.
            (count, lines, step) = (lines, 1, (int)fromLine);
        }

        if (step == 1)
        {
            Copy(from, fromLine, to, toLine, lines, count);
        }
        else if (step == 2)
        {
            CopyEverySecond(from, fromLine, to, toLine, lines, count);
        }
        else
        {
            for (int line = 0; line < lines; line++)
            {
                for (int i = 0; i < count; i++)
                {
                    to[i] = from[(nint)i * step];
                }

                from += fromLine;
                to += toLine;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(float* from, nint fromLine, float* to, nint toLine, int lines, int count)
    {
        if (fromLine == count && toLine == count)
        {
            new Span<float>(from, lines * count).CopyTo(new Span<float>(to, lines * count));
        }
        else if (count >= Vector512<float>.Count && Vector512.IsHardwareAccelerated)
        {
            Copy<Vector512<float>>(from, fromLine, to, toLine, lines, count);
        }
        else if (count >= Vector<float>.Count)
        {
            Copy<Vector<float>>(from, fromLine, to, toLine, lines, count);
        }
        else if (count >= Vector128<float>.Count)
        {
            Copy<Vector128<float>>(from, fromLine, to, toLine, lines, count);
        }
        else
        {
            for (int line = 0; line < lines; line++)
            {
                for (int i = 0; i < count; i++)
                {
                    to[i] = from[i];
                }

                from += fromLine;
                to += toLine;
            }
        }
    }

    /// <summary>Lines of at least a vector; the last of a line overlaps the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<TVector>(float* from, nint fromLine, float* to, nint toLine, int lines, int count)
        where TVector : unmanaged
    {
        int width = sizeof(TVector) / sizeof(float);
        int last = count - width;
        if (last <= width)
        {
            for (int line = 0; line < lines; line++)
            {
                TVector first = Unsafe.ReadUnaligned<TVector>(from);
                Unsafe.WriteUnaligned(to + last, Unsafe.ReadUnaligned<TVector>(from + last));
                Unsafe.WriteUnaligned(to, first);
                from += fromLine;
                to += toLine;
            }

            return;
        }

        for (int line = 0; line < lines; line++)
        {
            for (int i = 0; i < last; i += width)
            {
                Unsafe.WriteUnaligned(to + i, Unsafe.ReadUnaligned<TVector>(from + i));
            }

            Unsafe.WriteUnaligned(to + last, Unsafe.ReadUnaligned<TVector>(from + last));
            from += fromLine;
            to += toLine;
        }
    }

    /// <summary>A number and the one that is left out are a wide integer; narrowing it keeps the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyEverySecond(float* from, nint fromLine, float* to, nint toLine, int lines, int count)
    {
        int last = count - Vector<float>.Count;
        for (int line = 0; line < lines; line++)
        {
            int i = 0;
            if (last > 0 && BitConverter.IsLittleEndian)
            {
                for (; i < last; i += Vector<float>.Count)
                {
                    Vector.Narrow(Vector.Load((ulong*)(from + 2 * i)), Vector.Load((ulong*)(from + 2 * i + Vector<float>.Count))).As<uint, float>().Store(to + i);
                }

                // What is left out behind the last number may lie behind the memory, that before it does not.
                i = last;
                Vector<ulong> low = Vector.Load((ulong*)(from + 2 * i - 1)) >> 32;
                Vector<ulong> high = Vector.Load((ulong*)(from + 2 * i - 1 + Vector<float>.Count)) >> 32;
                Vector.Narrow(low, high).As<uint, float>().Store(to + i);
                i = count;
            }

            for (; i < count; i++)
            {
                to[i] = from[2 * (nint)i];
            }

            from += fromLine;
            to += toLine;
        }
    }
}
