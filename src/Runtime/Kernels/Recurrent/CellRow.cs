using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// One row of one step, as a cell sees it. A gate's units follow those of the gate before without a gap, so that the
/// last vector of a gate reaches into what follows it: that is read, and written as it is.
/// </summary>
internal unsafe struct CellRow
{
    /// <summary>The units of a gate.</summary>
    public int Units;

    /// <summary>What the inputs bring to the gates; then what the gates are; on the way back its gradient.</summary>
    public float* Gates;

    /// <summary>What the state brings to the gates; on the way back its gradient, where it is another.</summary>
    public float* Products;

    /// <summary>The state before the step.</summary>
    public float* Before;

    /// <summary>The state after it.</summary>
    public float* State;

    /// <summary>The cell before the step.</summary>
    public float* CellBefore;

    /// <summary>The cell after it.</summary>
    public float* Cell;

    /// <summary>The gradient of the state after the step; then what of it goes straight to the state before.</summary>
    public float* Carry;

    /// <summary>The gradient of the cell after the step; then of the cell before.</summary>
    public float* CellCarry;

    /// <summary>A vector of some gate, of what the inputs and the state bring to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Sum<T>(int gate, int unit)
        where T : struct, IElements<T> => Get<T>(Gates, gate, unit) + Get<T>(Products, gate, unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Get<T>(float* gates, int gate, int unit)
        where T : struct, IElements<T> => T.Load(ref gates[(nint)gate * Units + unit]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Put<T>(float* gates, int gate, int unit, T value)
        where T : struct, IElements<T> => Put(ref gates[(nint)gate * Units + unit], Units - unit, value);

    /// <summary>
    /// The sigmoid of neighbouring gates. A function of all units comes before the next, because a processor works on
    /// several vectors at once only where the way from the sums to the state is short.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Sigmoids<T>(int gate, int gates)
        where T : struct, IElements<T>
    {
        int count = gates * Units;
        for (int place = 0; place < count; place += T.Count)
        {
            Put(ref Gates[(nint)gate * Units + place], count - place, T.Sigmoid(Sum<T>(gate, place)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<T>(ref float place, int rest, T value)
        where T : struct, IElements<T> => (rest < T.Count ? T.First(rest, value, T.Load(ref place)) : value).Store(ref place);
}
