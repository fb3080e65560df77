using System;
using System.Numerics;
using System.Threading;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>
/// Bagging (L. Breiman, "Bagging predictors", 1996): networks that are trained on bootstrap samples of the same examples and
/// predict together, by the mean.
/// </summary>
/// <remarks>
/// Where the predictions of one have mean μ and variance σ², and those of any two the correlation ρ, the mean of B has mean
/// μ and variance (1 − ρ)/B·σ² + ρσ²: bias stays, and of the variance what the networks do not share goes.
/// </remarks>
public static class Bagging
{
    /// <summary>Trains one network after another.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="networks">B, the number of networks, at least 1.</param>
    /// <param name="seed">The seed of the samples.</param>
    /// <param name="train">Trains a new network on a sample; the number, from 0, is for its seed, so that initial weights differ too.</param>
    /// <param name="progress">Who is told after every network.</param>
    /// <param name="cancellation">Cancels between two networks; a training that shall end at once is given the token too.</param>
    /// <exception cref="ArgumentException">The networks have rows of different sizes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no networks.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Bag<T> Train<T>(
        IExamples<T> examples, int networks, ulong seed, Func<IExamples<T>, int, INetwork<T>> train,
        IProgress<RepetitionProgress>? progress = null, CancellationToken cancellation = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(train);
        Expect.AtLeast(networks, 1, nameof(networks));
        return new Bag<T>([.. Repetition.Run(networks, number => train(examples.Bootstrap(seed, number), number), progress, cancellation)]);
    }
}
