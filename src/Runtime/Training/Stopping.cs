using System;
using System.Collections.Immutable;
using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// A rule that ends a training before its last epoch: <see cref="EarlyStopping{T}"/>, <see cref="GradientTolerance{T}"/>
/// or <see cref="LossTolerance{T}"/>. Each serves one training.
/// </summary>
/// <typeparam name="T">The number type of the network.</typeparam>
public abstract class Stopping<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Trainer<T>? served;

    private protected Stopping()
    {
    }

    /// <summary>The rule and what it was made with: <c>dev loss, patience 5</c>. A training is resumed by the same rules.</summary>
    public abstract string Rule { get; }

    /// <summary>Refuses a second training: what the rule remembers is of the first.</summary>
    /// <exception cref="InvalidOperationException">The rule has served another trainer.</exception>
    internal void Serve(Trainer<T> trainer)
    {
        served ??= trainer;
        if (served != trainer)
        {
            throw new InvalidOperationException($"The stopping rule '{Rule}' has served another training and remembers it; make one for each.");
        }
    }

    /// <summary>The metric that the rule judges epochs by; null where it needs none.</summary>
    internal virtual Metric<T>? Judge => null;

    /// <summary>What the rule remembers, for checkpoints.</summary>
    internal abstract ImmutableArray<double> Numbers { get; }

    /// <summary>The parameters and statistics that the rule keeps; empty where it keeps none.</summary>
    internal virtual T[] Kept => [];

    /// <summary>Sees the gradient of a step.</summary>
    internal virtual void Watch(AlignedBuffer<T> gradient)
    {
    }

    /// <summary>Judges an epoch.</summary>
    /// <param name="report">What it came to.</param>
    /// <param name="value">The value of <see cref="Judge"/>, NaN where there is none.</param>
    /// <param name="network">The network after it.</param>
    /// <returns>Whether the training ends.</returns>
    internal abstract bool EndsAfter(EpochReport report, double value, INetwork<T> network);

    /// <summary>What the rule does with the network when it has ended the training.</summary>
    internal virtual void End(INetwork<T> network)
    {
    }

    /// <summary>What is wrong with numbers that a rule like this shall have remembered after some epochs; null where nothing is.</summary>
    internal abstract string? Misfit(ImmutableArray<double> numbers, int epochs);

    /// <summary>Whether a rule that remembers these numbers keeps parameters.</summary>
    internal virtual bool Keeps(ImmutableArray<double> numbers) => false;

    /// <summary>Goes on from what <see cref="Numbers"/> and <see cref="Kept"/> were.</summary>
    internal abstract void Restore(ImmutableArray<double> numbers, T[] kept);
}
