namespace NetGen.Kernels;

/// <summary>
/// A row of floats in registers, so that a tile is written once for every vector width. Blocks hold <typeparamref name="TVector"/>s
/// and nothing else; the JIT keeps each in its own register where they change in place.
/// </summary>
/// <typeparam name="TVector">Vector&lt;float&gt; or Vector512&lt;float&gt;.</typeparam>
/// <typeparam name="TSelf">The block itself.</typeparam>
internal interface IBlock<TVector, TSelf>
    where TVector : struct
    where TSelf : struct, IBlock<TVector, TSelf>
{
    /// <summary>The number of floats.</summary>
    static abstract int Width { get; }

    /// <summary>A vector of one number.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>Sets every float to <paramref name="value"/>.</summary>
    void Fill(float value);

    /// <summary>Reads the floats from <paramref name="source"/> on, a <see cref="TwinBlock{TVector, TBlock}"/> its second half from <paramref name="far"/> floats behind it.</summary>
    void Load(ref float source, nint far);

    /// <summary>Adds a·w.</summary>
    void MultiplyAdd(TVector a, TSelf w);

    /// <summary>Applies an activation to every float.</summary>
    void Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation;

    /// <summary>Writes the floats to where <see cref="Load"/> would read them.</summary>
    void Store(ref float destination, nint far);
}
