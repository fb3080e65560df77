using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>i, f, o = σ(z), g = tanh z, c′ = f·c + i·g, h′ = o·tanh c′; the gates in the order i, f, g, o.</summary>
internal readonly unsafe struct LSTMCell : ICell
{
    public static bool Carries => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in CellRow row)
        where T : struct, IElements<T>
    {
        row.Sigmoids<T>(gate: 0, gates: 2);
        row.Sigmoids<T>(gate: 3, gates: 1);
        for (int unit = 0; unit < row.Units; unit += T.Count)
        {
            T g = T.Tanh(row.Sum<T>(2, unit));
            T c = T.MultiplyAdd(row.Get<T>(row.Gates, 1, unit), row.Get<T>(row.CellBefore, 0, unit), row.Get<T>(row.Gates, 0, unit) * g);
            row.Put(row.Gates, 2, unit, g);
            row.Put(row.Cell, 0, unit, c);
        }

        for (int unit = 0; unit < row.Units; unit += T.Count)
        {
            row.Put(row.State, 0, unit, row.Get<T>(row.Gates, 3, unit) * T.Tanh(row.Get<T>(row.Cell, 0, unit)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(in CellRow row, int unit)
        where T : struct, IElements<T>
    {
        T i = row.Get<T>(row.Gates, 0, unit);
        T f = row.Get<T>(row.Gates, 1, unit);
        T g = row.Get<T>(row.Gates, 2, unit);
        T o = row.Get<T>(row.Gates, 3, unit);
        T dh = row.Get<T>(row.Carry, 0, unit);
        T tanh = T.Tanh(row.Get<T>(row.Cell, 0, unit));
        T dc = T.MultiplyAdd(dh * o, T.One - tanh * tanh, row.Get<T>(row.CellCarry, 0, unit));
        T before = row.Get<T>(row.CellBefore, 0, unit);
        row.Put(row.Gates, 0, unit, dc * g * (i * (T.One - i)));
        row.Put(row.Gates, 1, unit, dc * before * (f * (T.One - f)));
        row.Put(row.Gates, 2, unit, dc * i * (T.One - g * g));
        row.Put(row.Gates, 3, unit, dh * tanh * (o * (T.One - o)));
        row.Put(row.CellCarry, 0, unit, dc * f);
    }
}
