using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>One <see cref="Vector512{T}"/>.</summary>
internal readonly struct Vector512Elements : IElements<Vector512Elements>
{
    private readonly Vector512<float> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512Elements(Vector512<float> value) => this.value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<float>.Count;
    }

    public static Vector512Elements One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<float>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements Create(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements Load(ref float source) => new(Vector512.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements First(int count, Vector512Elements these, Vector512Elements others) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)count)), these.value, others.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements operator +(Vector512Elements a, Vector512Elements b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements operator -(Vector512Elements a, Vector512Elements b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements operator *(Vector512Elements a, Vector512Elements b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements MultiplyAdd(Vector512Elements a, Vector512Elements b, Vector512Elements c) => new(Vector512.MultiplyAddEstimate(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements Abs(Vector512Elements x) => new(Vector512.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements Sigmoid(Vector512Elements x) => new(VectorMath.Sigmoid(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements Tanh(Vector512Elements x) => new(VectorMath.Tanh(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements ReLU(Vector512Elements x) => new(default(ReLUActivation).Apply(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Elements WherePositive(Vector512Elements x, Vector512Elements value) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(x.value, Vector512<float>.Zero), value.value, Vector512<float>.Zero));
}
