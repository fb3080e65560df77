using System;
using System.Collections.Immutable;
using System.Numerics;
using NetGen.Threading;

namespace NetGen.Training;

/// <summary>
/// A rule that moves parameters against their gradient. A step is begun once and then updates the flat buffer whole
/// or in ranges, in any order; ranges that do not overlap may be updated by different threads. Splitting changes no bit.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public interface IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The learning rate α, not negative, and finite as a <typeparamref name="T"/>; may be set between steps.</summary>
    double LearningRate { get; set; }

    /// <summary>The rule and what it was made with, but for the learning rate: <c>Adam, β₁ 0.9, β₂ 0.999, ε 1E-08</c>. A training is resumed by the same rule.</summary>
    string Rule { get; }

    /// <summary>The steps k begun so far. Set it, and <see cref="State"/>, to continue an earlier training.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or above 2⁵³.</exception>
    long Steps { get; set; }

    /// <summary>What the rule remembers from step to step: named buffers in the layout of the parameters.</summary>
    ImmutableArray<(string Name, AlignedBuffer<T> Values)> State { get; }

    /// <summary>Begins a step.</summary>
    void BeginStep();

    /// <summary>Updates a range of the parameters.</summary>
    /// <param name="offset">Where the range starts in the flat buffer.</param>
    /// <param name="parameters">The range of the parameters θ.</param>
    /// <param name="gradient">The same range of the gradient g.</param>
    void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient);
}

/// <summary>What every optimizer can do.</summary>
public static class Optimizer
{
    /// <summary>The parameters that are worth a thread: some microseconds.</summary>
    private const int LeastParameters = 8192;

    /// <summary>One whole step: begins it and updates all parameters, which threads may share: the same bits whatever their number.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="parameters">All parameters θ.</param>
    /// <param name="gradient">The whole gradient g.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    /// <exception cref="ArgumentException">Parameters and gradient differ in length.</exception>
    /// <exception cref="InvalidOperationException">The workers are at work for another call, or disposed; the step counts as not begun and can be taken again.</exception>
    public static unsafe void Step<T>(this IOptimizer<T> optimizer, Span<T> parameters, ReadOnlySpan<T> gradient, Workers? workers = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OptimizerArguments.CheckRange(0, parameters.Length, gradient.Length);
        long before = optimizer.Steps;
        optimizer.BeginStep();
        try
        {
            fixed (T* theta = parameters, g = gradient)
            {
                var work = new UpdateWork<T>(optimizer, theta, g, parameters.Length);
                Division.Run(workers, ref work, parameters.Length, LeastParameters);
            }
        }
        catch
        {
            optimizer.Steps = before;
            throw;
        }
    }
}
