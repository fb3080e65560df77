using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>Two blocks with a distance between them, as two panels have it.</summary>
/// <typeparam name="TVector">The vector of the blocks.</typeparam>
/// <typeparam name="TBlock">The block to double.</typeparam>
internal struct TwinBlock<TVector, TBlock> : IBlock<TVector, TwinBlock<TVector, TBlock>>
    where TVector : struct
    where TBlock : struct, IBlock<TVector, TBlock>
{
    private TBlock near;
    private TBlock distant;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TwinBlock(TBlock near, TBlock distant)
    {
        this.near = near;
        this.distant = distant;
    }

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TBlock.Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => TBlock.Broadcast(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwinBlock<TVector, TBlock> Load(ref float source, nint far) =>
        new(TBlock.Load(ref source), TBlock.Load(ref Unsafe.Add(ref source, far)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TVector a, TwinBlock<TVector, TBlock> w)
    {
        near.MultiplyAdd(a, w.near);
        distant.MultiplyAdd(a, w.distant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far)
    {
        near.Store(ref destination);
        distant.Store(ref Unsafe.Add(ref destination, far));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TwinBlock<TVector, TBlock> Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => new(near.Apply(activation), distant.Apply(activation));
}
