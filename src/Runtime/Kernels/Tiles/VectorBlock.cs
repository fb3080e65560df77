using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>One <see cref="Vector{T}"/>.</summary>
internal struct VectorBlock : IBlock<Vector<float>, VectorBlock>
{
    private Vector<float> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VectorBlock(Vector<float> value) => this.value = value;

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Broadcast(float value) => Vector.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorBlock Load(ref float source, nint far) => new(Vector.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(Vector<float> a, VectorBlock w) => value = Vector.MultiplyAddEstimate(a, w.value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly VectorBlock Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => new(activation.Apply(value));
}
