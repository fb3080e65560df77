using System.Runtime.CompilerServices;

#pragma warning disable CS0649 // the blocks change in place, by their own methods

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

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TBlock.Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => TBlock.Broadcast(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(float value)
    {
        low.Fill(value);
        high.Fill(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float source, nint far)
    {
        low.Load(ref source, far);
        high.Load(ref Unsafe.Add(ref source, TBlock.Width), far);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TVector a, PairBlock<TVector, TBlock> w)
    {
        low.MultiplyAdd(a, w.low);
        high.MultiplyAdd(a, w.high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        low.Apply(activation);
        high.Apply(activation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far)
    {
        low.Store(ref destination, far);
        high.Store(ref Unsafe.Add(ref destination, TBlock.Width), far);
    }
}
