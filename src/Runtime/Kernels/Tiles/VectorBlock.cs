using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>One <see cref="Vector{T}"/>.</summary>
internal readonly struct VectorBlock : IBlock<Vector<float>, VectorBlock>
{
    private readonly Vector<float> value;

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
    public static VectorBlock Load(ref float source) => new(Vector.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorBlock MultiplyAdd(Vector<float> a, VectorBlock w, VectorBlock c) => new(Vector.MultiplyAddEstimate(a, w.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VectorBlock Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => new(activation.Apply(value));
}
