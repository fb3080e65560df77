using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>The operations of <see cref="Vector512{T}"/>.</summary>
internal readonly struct Vector512Operations : IVectorOperations<Vector512<float>>
{
    /// <summary>Whether 512 bits are taken: where the machine has them and <see cref="Vector{T}"/> is narrower.</summary>
    public static bool IsChosen
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated && Vector<float>.Count < Vector512<float>.Count;
    }

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Create(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source) => Vector512.LoadUnsafe(ref source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source, ref float mask) => Vector512.LoadUnsafe(ref source) & Vector512.LoadUnsafe(ref mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> w, Vector512<float> c) => Vector512.MultiplyAddEstimate(a, w, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> vector, ref float destination) => vector.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply<TActivation>(Vector512<float> vector, TActivation activation)
        where TActivation : struct, IActivation => activation.Apply(vector);
}
