using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// What the inputs or the state of one row bring to the three gates of neighbouring units, one vector of each or two, every
/// one in a register of its own, with the bits of <see cref="RowProduct"/>.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="T">What sums do with it.</typeparam>
/// <typeparam name="TElements">What cells do with it.</typeparam>
/// <typeparam name="TVectors">One of <see cref="Rows"/>, as many as vectors.</typeparam>
internal unsafe struct GRUSums<TVector, T, TElements, TVectors>
    where TVector : struct
    where T : struct, IVectorOperations<TVector>
    where TElements : struct, IElements<TElements>
    where TVectors : unmanaged
{
    private TVector r0, r1, z0, z1, n0, n1;

    /// <summary>b + W·x.</summary>
    /// <param name="units">The units of the layer.</param>
    /// <param name="unit">The first of those here.</param>
    /// <param name="inputs">The length of x, at least 1.</param>
    /// <param name="x">x.</param>
    /// <param name="weights">W [3·units, inputs] in panels.</param>
    /// <param name="bias">b, or null for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sum(int units, int unit, int inputs, float* x, float* weights, float* bias)
    {
        if (bias is null)
        {
            r0 = r1 = z0 = z1 = n0 = n1 = T.Create(0);
        }
        else
        {
            Load(bias + unit, units);
        }

        // Only n can lie in the last panel.
        float* r = weights + Panels.Start(unit, inputs);
        float* z = weights + Panels.Start(units + unit, inputs);
        float* n = weights + Panels.Start(2 * units + unit, inputs);
        nint width = Panels.WidthAt(3 * units, 2 * units + unit);

        nint k = inputs;
        do
        {
            TVector factor = T.Create(x[0]);
            r0 = T.MultiplyAdd(factor, T.Load(ref r[0]), r0);
            z0 = T.MultiplyAdd(factor, T.Load(ref z[0]), z0);
            n0 = T.MultiplyAdd(factor, T.Load(ref n[0]), n0);
            if (sizeof(TVectors) > 1)
            {
                r1 = T.MultiplyAdd(factor, T.Load(ref r[T.Width]), r1);
                z1 = T.MultiplyAdd(factor, T.Load(ref z[T.Width]), z1);
                n1 = T.MultiplyAdd(factor, T.Load(ref n[T.Width]), n1);
            }

            x++;
            r += Panels.Width;
            z += Panels.Width;
            n += width;
        }
        while (--k > 0);
    }

    /// <summary>The states after a step, of what the inputs and, here, the state bring.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Cell(in GRUSums<TVector, T, TElements, TVectors> inputs, float* before, float* after)
    {
        Cell(inputs.r0, inputs.z0, inputs.n0, r0, z0, n0, before, after);
        if (sizeof(TVectors) > 1)
        {
            Cell(inputs.r1, inputs.z1, inputs.n1, r1, z1, n1, before + T.Width, after + T.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell(TVector ra, TVector za, TVector na, TVector rs, TVector zs, TVector ns, float* before, float* after) =>
        GRUCell.State(As(ra) + As(rs), As(za) + As(zs), As(ns), As(na), TElements.Load(ref *before)).Store(ref *after);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TElements As(TVector vector) => Unsafe.BitCast<TVector, TElements>(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Load(float* bias, int units)
    {
        r0 = T.Load(ref bias[0]);
        z0 = T.Load(ref bias[units]);
        n0 = T.Load(ref bias[2 * units]);
        if (sizeof(TVectors) > 1)
        {
            r1 = T.Load(ref bias[T.Width]);
            z1 = T.Load(ref bias[units + T.Width]);
            n1 = T.Load(ref bias[2 * units + T.Width]);
        }
    }
}
