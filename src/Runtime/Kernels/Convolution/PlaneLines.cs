using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>Copies lines of numbers that lie some steps apart. No number is read or written but those it copies.</summary>
internal static unsafe class PlaneLines
{
    /// <summary>to[plane, line, i] = from[plane, line, i·step].</summary>
    /// <param name="from">The first number.</param>
    /// <param name="fromPlane">From one plane to the next, in floats.</param>
    /// <param name="fromLine">From one line to the next, in floats.</param>
    /// <param name="step">From one number to the next, in floats.</param>
    /// <param name="to">Receives the first number.</param>
    /// <param name="toPlane">From one plane to the next, in floats.</param>
    /// <param name="toLine">From one line to the next, in floats.</param>
    /// <param name="planes">The planes.</param>
    /// <param name="lines">The lines of each.</param>
    /// <param name="count">The numbers of each, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* from, nint fromPlane, nint fromLine, int step, float* to, nint toPlane, nint toLine, int planes, int lines, int count)
    {
        if (count == 1 && toLine == 1)
        {
            // Lines of one number are a line.
            (count, lines, step) = (lines, 1, (int)fromLine);
        }
        else if (step == 1 && fromLine == count && toLine == count)
        {
            (count, lines) = (lines * count, 1);
        }

        if (step == 2)
        {
            CopyEverySecond(from, fromPlane, fromLine, to, toPlane, toLine, planes, lines, count);
        }
        else if (step == 1 && count >= Vector512<float>.Count && Vector512.IsHardwareAccelerated)
        {
            Copy<Vector512<float>>(from, fromPlane, fromLine, to, toPlane, toLine, planes, lines, count);
        }
        else if (step == 1 && count >= Vector<float>.Count)
        {
            Copy<Vector<float>>(from, fromPlane, fromLine, to, toPlane, toLine, planes, lines, count);
        }
        else if (step == 1 && count >= Vector128<float>.Count)
        {
            Copy<Vector128<float>>(from, fromPlane, fromLine, to, toPlane, toLine, planes, lines, count);
        }
        else
        {
            for (int plane = 0; plane < planes; plane++)
            {
                for (int line = 0; line < lines; line++)
                {
                    float* source = from + plane * fromPlane + line * fromLine;
                    float* destination = to + plane * toPlane + line * toLine;
                    for (int i = 0; i < count; i++)
                    {
                        destination[i] = source[(nint)i * step];
                    }
                }
            }
        }
    }

    /// <summary>Lines of at least a vector; the last of a line overlaps the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<TVector>(float* from, nint fromPlane, nint fromLine, float* to, nint toPlane, nint toLine, int planes, int lines, int count)
        where TVector : unmanaged
    {
        int width = sizeof(TVector) / sizeof(float);
        int last = count - width;
        for (int plane = 0; plane < planes; plane++)
        {
            float* source = from + plane * fromPlane;
            float* destination = to + plane * toPlane;
            if (last <= width)
            {
                for (int line = 0; line < lines; line++)
                {
                    TVector first = Unsafe.ReadUnaligned<TVector>(source);
                    Unsafe.WriteUnaligned(destination + last, Unsafe.ReadUnaligned<TVector>(source + last));
                    Unsafe.WriteUnaligned(destination, first);
                    source += fromLine;
                    destination += toLine;
                }

                continue;
            }

            for (int line = 0; line < lines; line++)
            {
                for (int i = 0; i < last; i += width)
                {
                    Unsafe.WriteUnaligned(destination + i, Unsafe.ReadUnaligned<TVector>(source + i));
                }

                Unsafe.WriteUnaligned(destination + last, Unsafe.ReadUnaligned<TVector>(source + last));
                source += fromLine;
                destination += toLine;
            }
        }
    }

    /// <summary>A number and the one that is left out are a wide integer; narrowing it keeps the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyEverySecond(float* from, nint fromPlane, nint fromLine, float* to, nint toPlane, nint toLine, int planes, int lines, int count)
    {
        int last = count - Vector<float>.Count;
        for (int plane = 0; plane < planes; plane++)
        {
            float* source = from + plane * fromPlane;
            float* destination = to + plane * toPlane;
            for (int line = 0; line < lines; line++)
            {
                int i = 0;
                if (last > 0 && BitConverter.IsLittleEndian)
                {
                    for (; i < last; i += Vector<float>.Count)
                    {
                        Vector.Narrow(Vector.Load((ulong*)(source + 2 * i)), Vector.Load((ulong*)(source + 2 * i + Vector<float>.Count))).As<uint, float>().Store(destination + i);
                    }

                    // What is left out behind the last number may lie behind the memory, that before it does not.
                    i = last;
                    Vector<ulong> low = Vector.Load((ulong*)(source + 2 * i - 1)) >> 32;
                    Vector<ulong> high = Vector.Load((ulong*)(source + 2 * i - 1 + Vector<float>.Count)) >> 32;
                    Vector.Narrow(low, high).As<uint, float>().Store(destination + i);
                    i = count;
                }

                for (; i < count; i++)
                {
                    destination[i] = source[2 * (nint)i];
                }

                source += fromLine;
                destination += toLine;
            }
        }
    }
}
