using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>How the left matrix of a product lies in memory. What follows its neighbour is a constant to the JIT.</summary>
internal interface IOrder
{
    /// <summary>From an element to the one below it, in bytes.</summary>
    /// <param name="stride">From a row to the next, or from a column to the next, in floats.</param>
    static abstract nint Row(nint stride);

    /// <summary>From an element to the one beside it, in bytes.</summary>
    /// <param name="stride">From a row to the next, or from a column to the next, in floats.</param>
    static abstract nint Step(nint stride);
}

/// <summary>The elements of a row follow each other.</summary>
internal readonly struct RowMajor : IOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Row(nint stride) => stride * sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Step(nint stride) => sizeof(float);
}

/// <summary>The elements of a column follow each other.</summary>
internal readonly struct ColumnMajor : IOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Row(nint stride) => sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Step(nint stride) => stride * sizeof(float);
}
