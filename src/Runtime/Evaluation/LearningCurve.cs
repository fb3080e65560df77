using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Randomness;
using NetGen.Training;
using static System.FormattableString;

namespace NetGen.Evaluation;

/// <summary>
/// The errors on training and dev rows by the number of rows trained on. Where the two come together at too high an error,
/// the bias is high and more rows do not help; where they stay apart, the variance is high and more rows do
/// (<see cref="Diagnosis"/>).
/// </summary>
/// <param name="Points">The points, in order of their rows.</param>
public sealed record LearningCurve(ImmutableArray<LearningPoint> Points)
{
    /// <summary>Trains and judges once for every number of rows; the rows of a smaller number are among those of a larger one.</summary>
    /// <param name="train">The rows to train on.</param>
    /// <param name="dev">The rows to judge on, the same every time.</param>
    /// <param name="seed">The seed of the choice of rows.</param>
    /// <param name="sizes">The numbers of rows, ascending, from 1 to those of <paramref name="train"/>.</param>
    /// <param name="trainAndJudge">Trains a new network on the first examples, and gives its error on them and on the second.</param>
    /// <param name="progress">Who is told after every point.</param>
    /// <param name="cancellation">Cancels between two points.</param>
    /// <exception cref="ArgumentException">There are no sizes, or they do not ascend from 1 to the rows there are.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LearningCurve Of<T>(
        IExamples<T> train, IExamples<T> dev, ulong seed, ImmutableArray<int> sizes, Func<IExamples<T>, IExamples<T>, (double TrainError, double DevError)> trainAndJudge,
        IProgress<RepetitionProgress>? progress = null, CancellationToken cancellation = default)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(dev);
        ArgumentNullException.ThrowIfNull(trainAndJudge);
        ExpectSizes(sizes, train.Count);
        int[] order = Shuffle.Order(train.Count, seed, Shuffle.Curve);
        return new LearningCurve([.. Repetition.Run(sizes.Length, Point, progress, cancellation)]);

        LearningPoint Point(int index)
        {
            (double trainError, double devError) = trainAndJudge(train.Select([.. order.AsSpan(0, sizes[index])]), dev);
            return new LearningPoint(sizes[index], trainError, devError);
        }
    }

    /// <summary>A line for every point.</summary>
    public override string ToString() => string.Join('\n', Points
        .Select(point => Invariant($"{point.Rows,8}  {point.TrainError,12:G6}  {point.DevError,12:G6}"))
        .Prepend($"{"rows",8}  {"training",12}  {"dev",12}"));

    private static void ExpectSizes(ImmutableArray<int> sizes, int count)
    {
        int before = 0;
        foreach (int size in sizes.IsDefaultOrEmpty ? [0] : sizes)
        {
            if (size <= before || size > count)
            {
                throw new ArgumentException(
                    Invariant($"The sizes are {(sizes.IsDefaultOrEmpty ? "none" : string.Join(", ", sizes.Select(each => Invariant($"{each}"))))}; expected numbers of rows that ascend, from 1 to {count} at most."), nameof(sizes));
            }

            before = size;
        }
    }
}
