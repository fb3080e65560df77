using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>One <see cref="Vector512{T}"/>.</summary>
internal readonly struct Vector512Block : IBlock<Vector512<float>, Vector512Block>
{
    private readonly Vector512<float> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512Block(Vector512<float> value) => this.value = value;

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Block Load(ref float source) => new(Vector512.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Block MultiplyAdd(Vector512<float> a, Vector512Block w, Vector512Block c) => new(Vector512.MultiplyAddEstimate(a, w.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512Block Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => new(activation.Apply(value));
}
