using System;
using System.Collections.Immutable;
using System.Numerics;
using NetGen.Threading;

namespace NetGen.Training;

/// <summary>
/// The proximal step of L1 penalties: after a step of the optimizer, w ← sign(w)·max(|w| − αλ₁, 0), by which weights become
/// exactly 0 (iterative soft thresholding; Daubechies, Defrise, De Mol, 2004).
/// </summary>
public static class Proximal
{
    /// <summary>
    /// Shrinks the weights of every proximal penalty of a network, and does nothing where it has none. A trainer does so
    /// after each step; loops of one's own call it behind theirs.
    /// </summary>
    /// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
    /// <param name="network">The network.</param>
    /// <param name="learningRate">α, that of the step before: the plain rate, whatever the optimizer made of the gradient. Not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="workers">The threads; null for the calling one alone. The same bits whatever their number.</param>
    /// <exception cref="ArgumentOutOfRangeException">α is negative, NaN or infinite as a <typeparamref name="T"/>.</exception>
    public static void Step<T>(INetwork<T> network, double learningRate, Workers? workers = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        double rate = OptimizerArguments.CheckRate<T>(learningRate);
        if (network.Description.Penalties.IsEmpty)
        {
            return;
        }

        Span<T> parameters = network.Parameters;
        ImmutableArray<ParameterTensor> tensors = network.Layout.Tensors;
        for (int index = 0; index < tensors.Length; index++)
        {
            ParameterTensor tensor = tensors[index];
            if (network.Description.PenaltyOf(tensor.Node, tensor.Shape) is { Proximal: true } penalty)
            {
                Shrink(parameters.Slice(tensor.Offset, tensor.Length), T.CreateTruncating(rate * penalty.Lambda1), workers);
            }
        }
    }

    private static unsafe void Shrink<T>(Span<T> weights, T threshold, Workers? workers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* w = weights)
        {
            var work = new ShrinkWork<T>(w, weights.Length, threshold);
            Division.Run(workers, ref work, weights.Length, Division.LeastCopies);
        }
    }
}
