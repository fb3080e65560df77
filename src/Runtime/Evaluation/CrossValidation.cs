using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading;
using NetGen.Data;
using NetGen.Training;

namespace NetGen.Evaluation;

/// <summary>
/// K-fold cross-validation (M. Stone, 1974): as many trainings as there are folds, each judged on the rows that it did not
/// see, so that every row serves for both.
/// </summary>
public static class CrossValidation
{
    /// <summary>Trains and judges once for every fold, one after another.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="folds">The folds of their rows, from <see cref="Folds.Rows"/> or <see cref="Folds.Stratified"/>.</param>
    /// <param name="trainAndJudge">
    /// Trains a new network on the first examples and gives a figure of it for the second. Whatever is fitted, a
    /// standardization too, is fitted on the first alone.
    /// </param>
    /// <param name="progress">Who is told after every fold.</param>
    /// <param name="cancellation">Cancels between two folds; a training that shall end at once is given the token too.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 folds, or one is null or lacks rows to train on or to be judged on.</exception>
    /// <exception cref="NotFiniteNumberException">A figure is NaN or infinite, so that there is no mean; the message names the fold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CrossValidationResult Run<T>(
        IExamples<T> examples, ImmutableArray<Fold> folds, Func<IExamples<T>, IExamples<T>, double> trainAndJudge,
        IProgress<RepetitionProgress>? progress = null, CancellationToken cancellation = default)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(trainAndJudge);
        if (folds.IsDefault || folds.Length < 2)
        {
            throw new ArgumentException($"There are {(folds.IsDefault ? 0 : folds.Length)} folds; expected 2 or more.", nameof(folds));
        }

        foreach ((int number, Fold fold) in folds.Index())
        {
            if (fold is null || fold.Train.IsDefaultOrEmpty || fold.Dev.IsDefaultOrEmpty)
            {
                throw new ArgumentException($"Fold {number} {(fold is null ? "is null" : $"has no rows to {(fold.Train.IsDefaultOrEmpty ? "train on" : "be judged on")}")}; expected one row or more of both kinds.", nameof(folds));
            }
        }

        return new CrossValidationResult([.. Repetition.Run(folds.Length, Judge, progress, cancellation)]);

        double Judge(int fold)
        {
            double value = trainAndJudge(examples.Select(folds[fold].Train), examples.Select(folds[fold].Dev));
            return double.IsFinite(value)
                ? value
                : throw new NotFiniteNumberException(FormattableString.Invariant($"Fold {fold} was judged {value}; expected a finite number, or there is no mean over the folds."), value);
        }
    }

    /// <summary>Trains and judges once for every fold of examples at random.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="folds">K, the number of folds, from 2 to the number of examples.</param>
    /// <param name="trainAndJudge">Trains a new network on the first examples and gives a figure of it for the second.</param>
    /// <param name="progress">Who is told after every fold.</param>
    /// <param name="cancellation">Cancels between two folds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The folds are fewer than 2 or more than the examples.</exception>
    /// <exception cref="NotFiniteNumberException">A figure is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CrossValidationResult Run<T>(
        IExamples<T> examples, ulong seed, int folds, Func<IExamples<T>, IExamples<T>, double> trainAndJudge,
        IProgress<RepetitionProgress>? progress = null, CancellationToken cancellation = default)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(examples);
        return Run(examples, Folds.Rows(examples.Count, seed, folds), trainAndJudge, progress, cancellation);
    }

    /// <summary>Trains and judges once for every fold of examples at random, each with every class in its share.</summary>
    /// <param name="examples">The examples, with labels or with targets that name a class; all are read once for that.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="folds">K, the number of folds, from 2 to the examples of the smallest class.</param>
    /// <param name="trainAndJudge">Trains a new network on the first examples and gives a figure of it for the second.</param>
    /// <param name="progress">Who is told after every fold.</param>
    /// <param name="cancellation">Cancels between two folds.</param>
    /// <exception cref="ArgumentException">The folds are fewer than 2, or more than the examples of a class.</exception>
    /// <exception cref="InvalidDataException">The targets of a row name no class.</exception>
    /// <exception cref="NotFiniteNumberException">A figure is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CrossValidationResult RunStratified<T>(
        IExamples<T> examples, ulong seed, int folds, Func<IExamples<T>, IExamples<T>, double> trainAndJudge,
        IProgress<RepetitionProgress>? progress = null, CancellationToken cancellation = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(examples);
        return Run(examples, Folds.Stratified(TrueClass.Of(examples), seed, folds), trainAndJudge, progress, cancellation);
    }
}
