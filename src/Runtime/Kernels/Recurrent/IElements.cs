namespace NetGen.Kernels;

/// <summary>Neighbouring floats in one vector, so that what cells do element by element is written once for every width.</summary>
/// <typeparam name="TSelf">The vector itself.</typeparam>
internal interface IElements<TSelf>
    where TSelf : struct, IElements<TSelf>
{
    /// <summary>The number of floats.</summary>
    static abstract int Count { get; }

    static abstract TSelf One { get; }

    /// <summary>A vector of one number.</summary>
    static abstract TSelf Create(float value);

    static abstract TSelf Load(ref float source);

    void Store(ref float destination);

    /// <summary>The first <paramref name="count"/> of these, then the others.</summary>
    static abstract TSelf First(int count, TSelf these, TSelf others);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>a·b + c.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    static abstract TSelf Sigmoid(TSelf x);

    static abstract TSelf Tanh(TSelf x);

    static abstract TSelf ReLU(TSelf x);

    /// <summary>The value where x &gt; 0, else 0.</summary>
    static abstract TSelf WherePositive(TSelf x, TSelf value);
}
