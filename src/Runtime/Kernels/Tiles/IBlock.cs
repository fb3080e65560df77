namespace NetGen.Kernels;

/// <summary>
/// A row of neighbouring floats in registers, so that a tile is written once for every vector width. Blocks hold
/// <typeparamref name="TVector"/>s and nothing else; the JIT keeps each in its own register.
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

    /// <summary>The floats from <paramref name="source"/> on.</summary>
    static abstract TSelf Load(ref float source);

    /// <summary>a·w + c.</summary>
    static abstract TSelf MultiplyAdd(TVector a, TSelf w, TSelf c);

    /// <summary>Writes the floats from <paramref name="destination"/> on.</summary>
    void Store(ref float destination);

    /// <summary>The activation of every float.</summary>
    TSelf Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation;
}
