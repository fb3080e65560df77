using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>One <see cref="Vector512{T}"/>.</summary>
internal struct Vector512Block : IBlock<Vector512<float>, Vector512Block>
{
    private Vector512<float> value;

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
    public static Vector512Block Load(ref float source, nint far) => new(Vector512.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(Vector512<float> a, Vector512Block w) => value = Vector512.MultiplyAddEstimate(a, w.value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector512Block Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => new(activation.Apply(value));
}
