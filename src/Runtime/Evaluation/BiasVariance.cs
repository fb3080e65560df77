using System;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading;
using NetGen.Data;
using NetGen.Training;
using static System.FormattableString;

namespace NetGen.Evaluation;

/// <summary>
/// What the squared error of a way to learn is made of: E(ŷ − y)² = (E ŷ − f)² + Var ŷ + σ², over the samples that one could
/// have trained on (S. Geman, E. Bienenstock, R. Doursat, "Neural networks and the bias/variance dilemma", 1992).
/// </summary>
/// <param name="SquaredBias">(E ŷ − f)²: what is wrong in the mean of all samples. The estimate may come out a little below 0.</param>
/// <param name="Variance">Var ŷ: how far the sample that it happened to be moves the prediction.</param>
/// <param name="Noise">σ², the variance of the targets around f, as it was given.</param>
public sealed record BiasVariance(double SquaredBias, double Variance, double Noise)
{
    /// <summary>E(ŷ − y)², the sum of the three: exactly the mean squared error of the trained models on the points.</summary>
    public double Error => SquaredBias + Variance + Noise;

    /// <summary>Estimates the parts by training on many samples.</summary>
    /// <param name="sample">
    /// The sample of a number from 0: new rows each time where they can be had, else bootstrap samples,
    /// <c>number => examples.Bootstrap(seed, number)</c>, whose variance is that of the real ones nearly.
    /// </param>
    /// <param name="samples">B, the number of samples, at least 2.</param>
    /// <param name="points">Where to predict, with the targets there; none of them is trained on.</param>
    /// <param name="trainAndPredict">Trains a new model on a sample and predicts the points.</param>
    /// <param name="noise">
    /// σ²: 0 where the targets of the points are f itself; where it is not known, give 0, and it counts as bias.
    /// </param>
    /// <param name="progress">Who is told after every sample.</param>
    /// <param name="cancellation">Cancels between two samples.</param>
    /// <remarks>
    /// With ȳ the mean of the B predictions of a point: Variance = (1/(B−1)) Σ (ŷ − ȳ)², and
    /// SquaredBias = (ȳ − y)² − Variance/B − σ², for ȳ itself varies by Variance/B; both in the mean over all points and
    /// target columns, both without bias of their own. Their sum with σ² is (1/B) Σ (ŷ − y)².
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 samples, or the noise is negative or not finite.</exception>
    /// <exception cref="ArgumentException">The points have labels.</exception>
    /// <exception cref="InvalidDataException">A prediction or a target is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BiasVariance Of<T>(
        Func<int, IExamples<T>> sample, int samples, IExamples<T> points, TrainAndPredict<T> trainAndPredict, double noise = 0,
        IProgress<RepetitionProgress>? progress = null, CancellationToken cancellation = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(trainAndPredict);
        Expect.AtLeast(samples, 2, nameof(samples));
        if (!(noise >= 0 && double.IsFinite(noise)))
        {
            throw Expect.OutOfRange(nameof(noise), noise, "expected a variance, 0 or more and finite.");
        }

        (T[] inputs, T[] targets) = Read(points);
        var predictions = new T[targets.Length];
        double[] mean = new double[targets.Length];
        double[] squares = new double[targets.Length];
        Repetition.Run(samples, number =>
        {
            trainAndPredict(sample(number), inputs, predictions);
            ExpectExamples.Finite<T>(predictions, points.TargetSize, new(0), "prediction");
            for (int index = 0; index < predictions.Length; index++)
            {
                double prediction = double.CreateTruncating(predictions[index]);
                double distance = prediction - mean[index];
                mean[index] += distance / (number + 1);
                squares[index] += distance * (prediction - mean[index]);
            }

            return number;
        }, progress, cancellation);

        double variance = squares.Average() / (samples - 1);
        double fromTargets = mean.Zip(targets, (each, target) => each - double.CreateTruncating(target)).Average(error => error * error);
        return new BiasVariance(fromTargets - variance / samples - noise, variance, noise);
    }

    /// <summary>One line: the error and its parts.</summary>
    public override string ToString() => Invariant($"error {Error:G6} = squared bias {SquaredBias:G6} + variance {Variance:G6} + noise {Noise:G6}");

    private static (T[] Inputs, T[] Targets) Read<T>(IExamples<T> points)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (points.TargetSize == 0)
        {
            throw new ArgumentException("The points have labels; expected targets, for the decomposition is of the squared error of numbers.", nameof(points));
        }

        var inputs = new T[checked(points.Count * points.InputSize)];
        var targets = new T[checked(points.Count * points.TargetSize)];
        points.Read([.. Enumerable.Range(0, points.Count)], inputs, targets, []);
        ExpectExamples.Finite<T>(targets, points.TargetSize, new(0), "target");
        return (inputs, targets);
    }
}
