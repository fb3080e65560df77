using System;
using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// Keeps a gradient from being too large, before the optimizer has it (Pascanu, Mikolov and Bengio, 2013):
/// <see cref="NormClipping{T}"/> or <see cref="ValueClipping{T}"/>. A gradient that holds NaN keeps it.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public abstract class Clipping<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected Clipping(double most) => Most = T.IsFinite(T.CreateTruncating(most)) && T.CreateTruncating(most) > T.Zero ? most
        : throw Expect.OutOfRange(nameof(most), most, $"a gradient is clipped to a number that is positive and finite as a {typeof(T).Name}, such as 1.");

    /// <summary>What the gradient is clipped to.</summary>
    public double Most { get; }

    /// <summary>The rule and what it was made with: <c>norm 1</c>. A training is resumed by the same rule.</summary>
    public abstract string Rule { get; }

    /// <summary>Clips a gradient in place.</summary>
    /// <param name="gradient">The gradient of all parameters together.</param>
    public abstract void Apply(Span<T> gradient);

    private protected static void Apply<TUpdate>(in TUpdate update, Span<T> gradient)
        where TUpdate : struct, IUpdate<T> => Sweep.Run(update, new ParameterRange<T>(0, gradient, gradient), []);
}
