using System.Runtime.CompilerServices;

#pragma warning disable CS0649 // the blocks change in place, by their own methods

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
        near.Fill(value);
        distant.Fill(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float source, nint far)
    {
        near.Load(ref source, 0);
        distant.Load(ref Unsafe.Add(ref source, far), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TVector a, TwinBlock<TVector, TBlock> w)
    {
        near.MultiplyAdd(a, w.near);
        distant.MultiplyAdd(a, w.distant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        near.Apply(activation);
        distant.Apply(activation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far)
    {
        near.Store(ref destination, 0);
        distant.Store(ref Unsafe.Add(ref destination, far), 0);
    }
}
