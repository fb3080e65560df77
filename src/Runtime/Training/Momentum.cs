using System;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>What the momenta share: v ← keep·v + take·g, θ ← θ − α·v.</summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <remarks>v is set to 0 when it falls below 10⁸ times the smallest normal number: denormal arithmetic is slow, and α·v is then lost in the rounding of θ.</remarks>
public abstract class Momentum<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Tiny = NumberType.SmallestNormal<T>() * T.CreateTruncating(1e8);

    private readonly double take;
    private double learningRate;
    private long steps;

    private protected Momentum(int length, double learningRate, double keep, string nameOfKeep, double take)
    {
        NumberType.Check<T>(nameof(Momentum<float>));
        Expect.AtLeast(length, 0, nameof(length));
        LearningRate = learningRate;
        Keep = OptimizerArguments.CheckDecay<T>(keep, nameOfKeep);
        this.take = take;
        Velocity = new(length);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => learningRate;
        set => learningRate = OptimizerArguments.CheckRate<T>(value);
    }

    /// <inheritdoc/>
    public abstract string Rule { get; }

    /// <inheritdoc/>
    public long Steps
    {
        get => steps;
        set => steps = OptimizerArguments.CheckSteps(value);
    }

    /// <summary>The vector v.</summary>
    public abstract ImmutableArray<(string Name, AlignedBuffer<T> Values)> State { get; }

    private protected double Keep { get; }

    private protected AlignedBuffer<T> Velocity { get; }

    /// <inheritdoc/>
    public void BeginStep() => steps++;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerArguments.CheckRange(offset, parameters.Length, gradient.Length, Velocity.Length);
        T kept = T.CreateTruncating(Keep), taken = T.CreateTruncating(take), alpha = T.CreateTruncating(learningRate);
        Span<T> velocity = Velocity.Span.Slice(offset, parameters.Length);
        Span<Vector<T>> theta = MemoryMarshal.Cast<T, Vector<T>>(parameters);
        ReadOnlySpan<Vector<T>> g = MemoryMarshal.Cast<T, Vector<T>>(gradient);
        Span<Vector<T>> v = MemoryMarshal.Cast<T, Vector<T>>(velocity);
        var tiny = new Vector<T>(Tiny);
        for (int index = 0; index < theta.Length; index++)
        {
            Vector<T> moved = kept * v[index] + taken * g[index];
            moved = Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(moved), tiny), Vector<T>.Zero, moved);
            v[index] = moved;
            theta[index] -= alpha * moved;
        }

        for (int index = theta.Length * Vector<T>.Count; index < parameters.Length; index++)
        {
            T moved = kept * velocity[index] + taken * gradient[index];
            moved = T.Abs(moved) < Tiny ? T.Zero : moved;
            velocity[index] = moved;
            parameters[index] -= alpha * moved;
        }
    }
}
