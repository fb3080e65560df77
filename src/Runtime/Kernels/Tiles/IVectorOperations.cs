namespace NetGen.Kernels;

/// <summary>What a tile does with vectors, so that it is written once for both kinds.</summary>
/// <typeparam name="TVector">Vector&lt;float&gt; or Vector512&lt;float&gt;.</typeparam>
internal interface IVectorOperations<TVector>
    where TVector : struct
{
    /// <summary>The number of floats.</summary>
    static abstract int Width { get; }

    /// <summary>A vector of one number.</summary>
    static abstract TVector Create(float value);

    /// <summary>The floats from <paramref name="source"/> on.</summary>
    static abstract TVector Load(ref float source);

    /// <summary>The floats from <paramref name="source"/> on where the bits of <paramref name="mask"/> are set, zero elsewhere.</summary>
    static abstract TVector Load(ref float source, ref float mask);

    /// <summary>a·w + c.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector w, TVector c);

    /// <summary>Writes the floats from <paramref name="destination"/> on.</summary>
    static abstract void Store(TVector vector, ref float destination);

    /// <summary>The activation of every float.</summary>
    static abstract TVector Apply<TActivation>(TVector vector, TActivation activation)
        where TActivation : struct, IActivation;
}
