using System.Runtime.CompilerServices;

#pragma warning disable CS0649 // the blocks change in place, by their own methods

namespace NetGen.Kernels;

/// <summary>Three blocks side by side.</summary>
/// <typeparam name="TVector">The vector of the blocks.</typeparam>
/// <typeparam name="TBlock">The block to take three times.</typeparam>
internal struct TripleBlock<TVector, TBlock> : IBlock<TVector, TripleBlock<TVector, TBlock>>
    where TVector : struct
    where TBlock : struct, IBlock<TVector, TBlock>
{
    private TBlock low;
    private TBlock middle;
    private TBlock high;

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 3 * TBlock.Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => TBlock.Broadcast(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(float value)
    {
        low.Fill(value);
        middle.Fill(value);
        high.Fill(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float source, nint far)
    {
        low.Load(ref source, far);
        middle.Load(ref Unsafe.Add(ref source, TBlock.Width), far);
        high.Load(ref Unsafe.Add(ref source, 2 * TBlock.Width), far);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TVector a, TripleBlock<TVector, TBlock> w)
    {
        low.MultiplyAdd(a, w.low);
        middle.MultiplyAdd(a, w.middle);
        high.MultiplyAdd(a, w.high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        low.Apply(activation);
        middle.Apply(activation);
        high.Apply(activation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far)
    {
        low.Store(ref destination, far);
        middle.Store(ref Unsafe.Add(ref destination, TBlock.Width), far);
        high.Store(ref Unsafe.Add(ref destination, 2 * TBlock.Width), far);
    }
}
