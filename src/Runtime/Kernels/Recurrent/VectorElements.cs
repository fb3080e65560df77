using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>One <see cref="Vector{T}"/>.</summary>
internal readonly struct VectorElements : IElements<VectorElements>
{
    private readonly Vector<float> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VectorElements(Vector<float> value) => this.value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector<float>.Count;
    }

    public static VectorElements One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector<float>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements Create(float value) => new(Vector.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements Load(ref float source) => new(Vector.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements First(int count, VectorElements these, VectorElements others) =>
        new(Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices, Vector.Create((float)count)), these.value, others.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements operator +(VectorElements a, VectorElements b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements operator -(VectorElements a, VectorElements b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements operator *(VectorElements a, VectorElements b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements MultiplyAdd(VectorElements a, VectorElements b, VectorElements c) => new(Vector.MultiplyAddEstimate(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements Abs(VectorElements x) => new(Vector.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements Sigmoid(VectorElements x) => new(VectorMath.Sigmoid(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements Tanh(VectorElements x) => new(VectorMath.Tanh(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements ReLU(VectorElements x) => new(default(ReLUActivation).Apply(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorElements WherePositive(VectorElements x, VectorElements value) =>
        new(Vector.ConditionalSelect(Vector.GreaterThan(x.value, Vector<float>.Zero), value.value, Vector<float>.Zero));
}
