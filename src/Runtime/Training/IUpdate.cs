using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>What an optimizer does to one vector of parameters in a step; <see cref="Sweep"/> does it to all of them.</summary>
internal interface IUpdate<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The buffers that the rule remembers, 0 to 3: which of the three arguments count.</summary>
    static abstract int Buffers { get; }

    /// <summary>θ after the step.</summary>
    Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third);
}

/// <summary>Coupled weight decay: the gradient of cost and ½λ‖θ‖² together, g ← g + λθ, then any rule.</summary>
internal readonly struct Coupled<T, TUpdate>(TUpdate update, T lambda) : IUpdate<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TUpdate : struct, IUpdate<T>
{
    private readonly TUpdate update = update;
    private readonly Vector<T> lambda = new(lambda);

    public static int Buffers => TUpdate.Buffers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
        update.Apply(theta, UpdateMath.MultiplyAdd(lambda, theta, gradient), ref first, ref second, ref third);
}

/// <summary>Decoupled weight decay (Loshchilov and Hutter, 2019): θ ← (1 − αλ)θ, then any rule by the gradient as it is.</summary>
internal readonly struct Decoupled<T, TUpdate>(TUpdate update, T keep) : IUpdate<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TUpdate : struct, IUpdate<T>
{
    private readonly TUpdate update = update;
    private readonly Vector<T> keep = new(keep);

    public static int Buffers => TUpdate.Buffers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
        update.Apply(keep * theta, gradient, ref first, ref second, ref third);
}
