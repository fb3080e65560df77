using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// r, z = σ(a + s), n = tanh(a + r·s), h′ = (1 − z)·n + z·h, where a is what the inputs and s what the state brings to
/// a gate; the gates in the order r, z, n.
/// </summary>
internal readonly unsafe struct GRUCell : ICell
{
    public static bool Carries => true;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in CellRow row)
        where T : struct, IElements<T>
    {
        for (int unit = 0; unit < row.Units; unit += T.Count)
        {
            T r = T.Sigmoid(row.Sum<T>(0, unit));
            T z = T.Sigmoid(row.Sum<T>(1, unit));
            T n = T.Tanh(T.MultiplyAdd(r, row.Get<T>(row.Products, 2, unit), row.Get<T>(row.Gates, 2, unit)));
            T h = State(z, n, row.Get<T>(row.Before, 0, unit));
            row.Put(row.Gates, 0, unit, r);
            row.Put(row.Gates, 1, unit, z);
            row.Put(row.Gates, 2, unit, n);
            row.Put(row.State, 0, unit, h);
        }
    }

    /// <summary>h′ of a step whose gates nobody asks for.</summary>
    /// <param name="r">a + s of r.</param>
    /// <param name="z">a + s of z.</param>
    /// <param name="product">s of n.</param>
    /// <param name="n">a of n.</param>
    /// <param name="before">h.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T State<T>(T r, T z, T product, T n, T before)
        where T : struct, IElements<T>
    {
        n = T.Tanh(T.MultiplyAdd(T.Sigmoid(r), product, n));
        return State(T.Sigmoid(z), n, before);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(in CellRow row, int unit)
        where T : struct, IElements<T>
    {
        T r = row.Get<T>(row.Gates, 0, unit);
        T z = row.Get<T>(row.Gates, 1, unit);
        T n = row.Get<T>(row.Gates, 2, unit);
        T dh = row.Get<T>(row.Carry, 0, unit);
        T dn = dh * (T.One - z) * (T.One - n * n);
        T dz = dh * (row.Get<T>(row.Before, 0, unit) - n) * (z * (T.One - z));
        T dr = dn * row.Get<T>(row.Products, 2, unit) * (r * (T.One - r));
        row.Put(row.Gates, 0, unit, dr);
        row.Put(row.Gates, 1, unit, dz);
        row.Put(row.Gates, 2, unit, dn);
        row.Put(row.Products, 0, unit, dr);
        row.Put(row.Products, 1, unit, dz);
        row.Put(row.Products, 2, unit, dn * r);
        row.Put(row.Carry, 0, unit, dh * z);
    }

    /// <summary>h′ of the gates, with as little as can be behind n, which comes last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T State<T>(T z, T n, T before)
        where T : struct, IElements<T> => T.MultiplyAdd(T.One - z, n, z * before);
}
