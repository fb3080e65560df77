using System;

namespace NetGen;

/// <summary>Examples that go through a network together, with what they should give.</summary>
/// <typeparam name="T">The number type of the network.</typeparam>
public readonly ref struct Batch<T>
    where T : unmanaged
{
    /// <summary>A batch with one target row per example.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">[rows, input size].</param>
    /// <param name="targets">[rows, output size]; empty where none are needed.</param>
    /// <param name="step">The number of the training step, which keys the dropout masks.</param>
    public Batch(int rows, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, long step = 0)
    {
        Rows = rows;
        Inputs = inputs;
        Targets = targets;
        Step = step;
    }

    /// <summary>A batch with one class index per example, for <see cref="Loss.CrossEntropy"/>.</summary>
    /// <param name="inputs">[rows, input size].</param>
    /// <param name="labels">[rows], each from 0 to below the output size.</param>
    /// <param name="step">The number of the training step, which keys the dropout masks.</param>
    public Batch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, long step = 0)
    {
        Rows = labels.Length;
        Inputs = inputs;
        Labels = labels;
        Step = step;
    }

    /// <summary>The number of examples.</summary>
    public int Rows { get; }

    /// <summary>[rows, input size].</summary>
    public ReadOnlySpan<T> Inputs { get; }

    /// <summary>[rows, output size], or empty.</summary>
    public ReadOnlySpan<T> Targets { get; }

    /// <summary>[rows] class indices, or empty.</summary>
    public ReadOnlySpan<int> Labels { get; }

    /// <summary>
    /// [rows] what each example counts, finite and at least 0: J = (1/m) Σ wᵢ ℓᵢ, as a sum Σ wᵢ ℓᵢ. Empty, as it begins,
    /// where each counts 1.
    /// </summary>
    /// <remarks>The mean divides by the rows m and not by Σ w, so that a weight of 2 is the example twice in a batch of as many rows.</remarks>
    public ReadOnlySpan<T> Weights { get; init; }

    /// <summary>The number of the training step, which keys the dropout masks.</summary>
    public long Step { get; }
}
