using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>One vector.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="T">Its operations.</typeparam>
internal struct SingleBlock<TVector, T> : IBlock<TVector, SingleBlock<TVector, T>>
    where TVector : struct
    where T : struct, IVectorOperations<TVector>
{
    private TVector value;

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast(float value) => T.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(float value) => this.value = T.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float source, nint far) => value = T.Load(ref source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TVector a, SingleBlock<TVector, T> w) => value = T.MultiplyAdd(a, w.value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => value = T.Apply(value, activation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float destination, nint far) => T.Store(value, ref destination);
}
