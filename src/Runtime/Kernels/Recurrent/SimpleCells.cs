using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>h′ = tanh z.</summary>
internal readonly unsafe struct TanhCell : ICell
{
    public static bool Carries => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in CellRow row)
        where T : struct, IElements<T>
    {
        for (int unit = 0; unit < row.Units; unit += T.Count)
        {
            row.Put(row.State, 0, unit, T.Tanh(row.Sum<T>(0, unit)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(in CellRow row, int unit)
        where T : struct, IElements<T>
    {
        T h = row.Get<T>(row.State, 0, unit);
        row.Put(row.Gates, 0, unit, row.Get<T>(row.Carry, 0, unit) * (T.One - h * h));
    }
}

/// <summary>h′ = max(0, z).</summary>
internal readonly unsafe struct ReLUCell : ICell
{
    public static bool Carries => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in CellRow row)
        where T : struct, IElements<T>
    {
        for (int unit = 0; unit < row.Units; unit += T.Count)
        {
            row.Put(row.State, 0, unit, T.ReLU(row.Sum<T>(0, unit)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(in CellRow row, int unit)
        where T : struct, IElements<T> =>
        row.Put(row.Gates, 0, unit, T.WherePositive(row.Get<T>(row.State, 0, unit), row.Get<T>(row.Carry, 0, unit)));
}
