using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>Two blocks side by side.</summary>
/// <typeparam name="TVector">The vector of the blocks.</typeparam>
/// <typeparam name="TBlock">The block to double.</typeparam>
internal struct PairBlock<TVector, TBlock> : IBlock<TVector, PairBlock<TVector, TBlock>>
    where TVector : struct
    where TBlock : struct, IBlock<TVector, TBlock>
{
    private TBlock low;
    private TBlock high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PairBlock(TBlock low, TBlock high)
    {
        this.low = low;
        this.high = high;
    }

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TBlock.Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => TBlock.Broadcast(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairBlock<TVector, TBlock> Load(ref float source, nint far) =>
        new(TBlock.Load(ref source), TBlock.Load(ref Unsafe.Add(ref source, TBlock.Width)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TVector a, PairBlock<TVector, TBlock> w)
    {
        low.MultiplyAdd(a, w.low);
        high.MultiplyAdd(a, w.high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far)
    {
        low.Store(ref destination);
        high.Store(ref Unsafe.Add(ref destination, TBlock.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly PairBlock<TVector, TBlock> Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => new(low.Apply(activation), high.Apply(activation));
}
