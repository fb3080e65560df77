using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// y = b + W·x of one row, W in <see cref="Panels"/>, with the bits of <see cref="DenseKernels"/>: every sum in ascending
/// order with one accumulator. Where rows are few the latency of a sum is what costs, so up to three panels are summed
/// side by side, twelve vectors of eight in registers.
/// </summary>
internal static unsafe class RowProduct
{
    /// <summary>The product.</summary>
    /// <param name="inputs">The length of x, at least 1.</param>
    /// <param name="units">The length of y, at least 1.</param>
    /// <param name="x">x; nothing behind its last number is read.</param>
    /// <param name="weights">W [units, inputs] in panels.</param>
    /// <param name="bias">b, Padded(units) floats, or null for none.</param>
    /// <param name="y">Receives Padded(units) floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write<TVector, T>(int inputs, int units, float* x, float* weights, float* bias, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        int padded = Panels.Padded(units);
        if (inputs == 1)
        {
            // The panels of one row follow one another.
            TVector factor = T.Create(x[0]);
            for (int c = 0; c < padded; c += T.Width)
            {
                T.Store(T.MultiplyAdd(factor, T.Load(ref weights[c]), Start<TVector, T>(bias, c)), ref y[c]);
            }

            return;
        }

        int panels = padded / Panels.Width;
        while (panels > 0)
        {
            // Four are two and two.
            int together = panels > 4 || panels == 3 ? 3 : panels > 1 ? 2 : 1;
            switch (together)
            {
                case 3:
                    Three<TVector, T>(inputs, x, weights, bias, y);
                    break;
                case 2:
                    Two<TVector, T>(inputs, x, weights, bias, y);
                    break;
                default:
                    One<TVector, T>(inputs, x, weights, bias, y);
                    break;
            }

            weights += (nint)together * inputs * Panels.Width;
            bias += bias is null ? 0 : together * Panels.Width;
            y += together * Panels.Width;
            panels -= together;
        }

        if (padded % Panels.Width > 0)
        {
            Half<TVector, T>(inputs, x, weights, bias, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three<TVector, T>(int inputs, float* x, float* weights, float* bias, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        nint panel = (nint)inputs * Panels.Width;
        for (int c = 0; c < Panels.Width; c += 4 * T.Width)
        {
            TVector a0 = Start<TVector, T>(bias, c), a1 = Start<TVector, T>(bias, c + T.Width);
            TVector b0 = Start<TVector, T>(bias, c + 32), b1 = Start<TVector, T>(bias, c + 32 + T.Width);
            TVector c0 = Start<TVector, T>(bias, c + 64), c1 = Start<TVector, T>(bias, c + 64 + T.Width);
            TVector a2 = default, a3 = default, b2 = default, b3 = default, c2 = default, c3 = default;
            if (T.Width <= 8)
            {
                a2 = Start<TVector, T>(bias, c + 2 * T.Width);
                a3 = Start<TVector, T>(bias, c + 3 * T.Width);
                b2 = Start<TVector, T>(bias, c + 32 + 2 * T.Width);
                b3 = Start<TVector, T>(bias, c + 32 + 3 * T.Width);
                c2 = Start<TVector, T>(bias, c + 64 + 2 * T.Width);
                c3 = Start<TVector, T>(bias, c + 64 + 3 * T.Width);
            }

            float* w = weights + c;
            float* v = w + panel;
            float* u = v + panel;
            for (nint k = 0; k < inputs; k++)
            {
                TVector factor = T.Create(x[k]);
                a0 = T.MultiplyAdd(factor, T.Load(ref w[0]), a0);
                a1 = T.MultiplyAdd(factor, T.Load(ref w[T.Width]), a1);
                b0 = T.MultiplyAdd(factor, T.Load(ref v[0]), b0);
                b1 = T.MultiplyAdd(factor, T.Load(ref v[T.Width]), b1);
                c0 = T.MultiplyAdd(factor, T.Load(ref u[0]), c0);
                c1 = T.MultiplyAdd(factor, T.Load(ref u[T.Width]), c1);
                if (T.Width <= 8)
                {
                    a2 = T.MultiplyAdd(factor, T.Load(ref w[2 * T.Width]), a2);
                    a3 = T.MultiplyAdd(factor, T.Load(ref w[3 * T.Width]), a3);
                    b2 = T.MultiplyAdd(factor, T.Load(ref v[2 * T.Width]), b2);
                    b3 = T.MultiplyAdd(factor, T.Load(ref v[3 * T.Width]), b3);
                    c2 = T.MultiplyAdd(factor, T.Load(ref u[2 * T.Width]), c2);
                    c3 = T.MultiplyAdd(factor, T.Load(ref u[3 * T.Width]), c3);
                }

                w += Panels.Width;
                v += Panels.Width;
                u += Panels.Width;
            }

            T.Store(a0, ref y[c]);
            T.Store(a1, ref y[c + T.Width]);
            T.Store(b0, ref y[c + 32]);
            T.Store(b1, ref y[c + 32 + T.Width]);
            T.Store(c0, ref y[c + 64]);
            T.Store(c1, ref y[c + 64 + T.Width]);
            if (T.Width <= 8)
            {
                T.Store(a2, ref y[c + 2 * T.Width]);
                T.Store(a3, ref y[c + 3 * T.Width]);
                T.Store(b2, ref y[c + 32 + 2 * T.Width]);
                T.Store(b3, ref y[c + 32 + 3 * T.Width]);
                T.Store(c2, ref y[c + 64 + 2 * T.Width]);
                T.Store(c3, ref y[c + 64 + 3 * T.Width]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two<TVector, T>(int inputs, float* x, float* weights, float* bias, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        nint panel = (nint)inputs * Panels.Width;
        for (int c = 0; c < Panels.Width; c += 4 * T.Width)
        {
            TVector a0 = Start<TVector, T>(bias, c), a1 = Start<TVector, T>(bias, c + T.Width);
            TVector b0 = Start<TVector, T>(bias, c + 32), b1 = Start<TVector, T>(bias, c + 32 + T.Width);
            TVector a2 = default, a3 = default, b2 = default, b3 = default;
            if (T.Width <= 8)
            {
                a2 = Start<TVector, T>(bias, c + 2 * T.Width);
                a3 = Start<TVector, T>(bias, c + 3 * T.Width);
                b2 = Start<TVector, T>(bias, c + 32 + 2 * T.Width);
                b3 = Start<TVector, T>(bias, c + 32 + 3 * T.Width);
            }

            float* w = weights + c;
            float* v = w + panel;
            for (nint k = 0; k < inputs; k++)
            {
                TVector factor = T.Create(x[k]);
                a0 = T.MultiplyAdd(factor, T.Load(ref w[0]), a0);
                a1 = T.MultiplyAdd(factor, T.Load(ref w[T.Width]), a1);
                b0 = T.MultiplyAdd(factor, T.Load(ref v[0]), b0);
                b1 = T.MultiplyAdd(factor, T.Load(ref v[T.Width]), b1);
                if (T.Width <= 8)
                {
                    a2 = T.MultiplyAdd(factor, T.Load(ref w[2 * T.Width]), a2);
                    a3 = T.MultiplyAdd(factor, T.Load(ref w[3 * T.Width]), a3);
                    b2 = T.MultiplyAdd(factor, T.Load(ref v[2 * T.Width]), b2);
                    b3 = T.MultiplyAdd(factor, T.Load(ref v[3 * T.Width]), b3);
                }

                w += Panels.Width;
                v += Panels.Width;
            }

            T.Store(a0, ref y[c]);
            T.Store(a1, ref y[c + T.Width]);
            T.Store(b0, ref y[c + 32]);
            T.Store(b1, ref y[c + 32 + T.Width]);
            if (T.Width <= 8)
            {
                T.Store(a2, ref y[c + 2 * T.Width]);
                T.Store(a3, ref y[c + 3 * T.Width]);
                T.Store(b2, ref y[c + 32 + 2 * T.Width]);
                T.Store(b3, ref y[c + 32 + 3 * T.Width]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<TVector, T>(int inputs, float* x, float* weights, float* bias, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        for (int c = 0; c < Panels.Width; c += 4 * T.Width)
        {
            TVector a0 = Start<TVector, T>(bias, c), a1 = Start<TVector, T>(bias, c + T.Width);
            TVector a2 = default, a3 = default;
            if (T.Width <= 8)
            {
                a2 = Start<TVector, T>(bias, c + 2 * T.Width);
                a3 = Start<TVector, T>(bias, c + 3 * T.Width);
            }

            float* w = weights + c;
            for (nint k = 0; k < inputs; k++)
            {
                TVector factor = T.Create(x[k]);
                a0 = T.MultiplyAdd(factor, T.Load(ref w[0]), a0);
                a1 = T.MultiplyAdd(factor, T.Load(ref w[T.Width]), a1);
                if (T.Width <= 8)
                {
                    a2 = T.MultiplyAdd(factor, T.Load(ref w[2 * T.Width]), a2);
                    a3 = T.MultiplyAdd(factor, T.Load(ref w[3 * T.Width]), a3);
                }

                w += Panels.Width;
            }

            T.Store(a0, ref y[c]);
            T.Store(a1, ref y[c + T.Width]);
            if (T.Width <= 8)
            {
                T.Store(a2, ref y[c + 2 * T.Width]);
                T.Store(a3, ref y[c + 3 * T.Width]);
            }
        }
    }

    /// <summary>The last panel, where it is half as wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half<TVector, T>(int inputs, float* x, float* weights, float* bias, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        for (int c = 0; c < Panels.Padding; c += T.Width <= 8 ? 2 * T.Width : T.Width)
        {
            TVector a0 = Start<TVector, T>(bias, c), a1 = default;
            if (T.Width <= 8)
            {
                a1 = Start<TVector, T>(bias, c + T.Width);
            }

            float* w = weights + c;
            for (nint k = 0; k < inputs; k++)
            {
                TVector factor = T.Create(x[k]);
                a0 = T.MultiplyAdd(factor, T.Load(ref w[0]), a0);
                if (T.Width <= 8)
                {
                    a1 = T.MultiplyAdd(factor, T.Load(ref w[T.Width]), a1);
                }

                w += Panels.Padding;
            }

            T.Store(a0, ref y[c]);
            if (T.Width <= 8)
            {
                T.Store(a1, ref y[c + T.Width]);
            }
        }
    }

    /// <summary>What a vector of sums starts from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Start<TVector, T>(float* bias, int column)
        where TVector : struct
        where T : struct, IVectorOperations<TVector> => bias is null ? T.Create(0) : T.Load(ref bias[column]);
}
