namespace NetGen.Kernels;

/// <summary>
/// Vectors of one width as <see cref="Halving"/> uses them. What is parted from two vectors stands in an order of the
/// block's own, in which it is cheap to part and to join.
/// </summary>
/// <typeparam name="TVector">A vector of floats, or a mask of them.</typeparam>
internal interface IHalvingBlock<TVector>
    where TVector : struct
{
    static abstract int Width { get; }

    static abstract TVector Load(ref float from);

    static abstract void Store(TVector vector, ref float to);

    static abstract TVector Broadcast(float value);

    /// <summary>The mask of the lanes from one on.</summary>
    static abstract TVector From(int lane);

    /// <summary>The elements at even places of two vectors, in the block's own order.</summary>
    static abstract TVector Even(TVector first, TVector second);

    /// <summary>The elements at odd places of two vectors, in the block's own order.</summary>
    static abstract TVector Odd(TVector first, TVector second);

    /// <summary>The first vector whose elements at even and odd places are these.</summary>
    static abstract TVector First(TVector even, TVector odd);

    /// <summary>The second vector whose elements at even and odd places are these.</summary>
    static abstract TVector Second(TVector even, TVector odd);

    /// <summary>From ascending order to the block's own, and back.</summary>
    static abstract TVector Reordered(TVector vector);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>The mask of the values that are a maximum beside those before them: greater, or NaN.</summary>
    static abstract TVector Exceeds(TVector value, TVector max);

    /// <summary>The mask of the values that are greater.</summary>
    static abstract TVector Greater(TVector value, TVector than);

    static abstract TVector Select(TVector mask, TVector taken, TVector otherwise);
}
