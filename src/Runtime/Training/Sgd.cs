using System;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>
/// Gradient descent θ ← θ − α·g (Cauchy, 1847; Robbins and Monro, 1951): batch, mini-batch or stochastic by the
/// rows that the gradient was taken over.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public sealed class Sgd<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double learningRate;
    private long steps;

    /// <summary>Makes an optimizer.</summary>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">α is negative, NaN or infinite as a <typeparamref name="T"/>.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public Sgd(double learningRate)
    {
        NumberType.Check<T>(nameof(Sgd<float>));
        LearningRate = learningRate;
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => learningRate;
        set => learningRate = OptimizerArguments.CheckRate<T>(value);
    }

    /// <inheritdoc/>
    public string Rule => "gradient descent";

    /// <inheritdoc/>
    public long Steps
    {
        get => steps;
        set => steps = OptimizerArguments.CheckSteps(value);
    }

    /// <inheritdoc/>
    public ImmutableArray<(string Name, AlignedBuffer<T> Values)> State => [];

    /// <inheritdoc/>
    public void BeginStep() => steps++;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerArguments.CheckRange(offset, parameters.Length, gradient.Length);
        T rate = T.CreateTruncating(learningRate);
        Span<Vector<T>> theta = MemoryMarshal.Cast<T, Vector<T>>(parameters);
        ReadOnlySpan<Vector<T>> g = MemoryMarshal.Cast<T, Vector<T>>(gradient);
        for (int index = 0; index < theta.Length; index++)
        {
            theta[index] -= rate * g[index];
        }

        for (int index = theta.Length * Vector<T>.Count; index < parameters.Length; index++)
        {
            parameters[index] -= rate * gradient[index];
        }
    }
}
