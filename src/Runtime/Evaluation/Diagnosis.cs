using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using static System.FormattableString;

namespace NetGen.Evaluation;

/// <summary>
/// What a network lacks, from its errors on the rows that it was trained on and on others (A. Ng, "Machine learning
/// yearning", 2018; D. Lim, 2022).
/// </summary>
/// <remarks>
/// Avoidable bias = training error − best reachable error; variance = dev error − training error. Each is high where it is
/// more than what is tolerated, by more than the rounding of the errors. Bias is to be cured first, for what cures it may
/// cost variance, and more data cannot.
/// </remarks>
public sealed record Diagnosis
{
    private const double Rounding = 1e-9;

    private static readonly ImmutableArray<string> AgainstBias =
        ["a bigger network: more units, more layers", "longer training, or a better optimizer or learning rate", "another architecture", "less regularization"];

    private static readonly ImmutableArray<string> AgainstVariance =
        ["more training data", "regularization: L2, dropout, early stopping", "data augmentation", "another architecture, or a smaller network"];

    private Diagnosis(double trainError, double devError, double bestError, double tolerated)
    {
        TrainError = trainError;
        DevError = devError;
        BestError = bestError;
        Tolerated = tolerated;
    }

    /// <summary>The error on the rows trained on.</summary>
    public double TrainError { get; }

    /// <summary>The error on rows not trained on.</summary>
    public double DevError { get; }

    /// <summary>The best error that anybody reaches.</summary>
    public double BestError { get; }

    /// <summary>The bias and the variance that are not yet high.</summary>
    public double Tolerated { get; }

    /// <summary>The training error less the best one.</summary>
    public double AvoidableBias => TrainError - BestError;

    /// <summary>The dev error less the training error.</summary>
    public double Variance => DevError - TrainError;

    /// <summary>Whether the network does not even fit the rows that it was trained on.</summary>
    public bool HighBias => IsAbove(TrainError, BestError, Tolerated);

    /// <summary>Whether the network does worse on rows that it was not trained on.</summary>
    public bool HighVariance => IsAbove(DevError, TrainError, Tolerated);

    /// <summary>What to try next, the bias first; empty where neither is high.</summary>
    public ImmutableArray<string> ToTry => [.. HighBias ? AgainstBias : [], .. HighVariance ? AgainstVariance : []];

    /// <summary>Diagnoses from three errors of one kind, the smaller the better.</summary>
    /// <param name="trainError">The error on the rows trained on, judged as the other one: without dropout or augmentation.</param>
    /// <param name="devError">The error on rows not trained on.</param>
    /// <param name="bestError">The best reachable error: that of an expert, of the noise in the targets, or 0.</param>
    /// <param name="tolerated">
    /// The bias and the variance that are not yet high, in the unit of the errors. The default is two hundredths, for shares
    /// of wrong answers.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, NaN or infinite.</exception>
    public static Diagnosis Of(double trainError, double devError, double bestError, double tolerated = 0.02)
    {
        ExpectError(trainError, nameof(trainError));
        ExpectError(devError, nameof(devError));
        ExpectError(bestError, nameof(bestError));
        ExpectError(tolerated, nameof(tolerated));
        return new Diagnosis(trainError, devError, bestError, tolerated);
    }

    /// <summary>The diagnosis in words, with what to try next.</summary>
    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return Invariant($"training error {TrainError:G6}, dev error {DevError:G6}, best reachable {BestError:G6}");
        yield return Invariant($"{(HighBias ? "high" : "low")} bias: the training error is {AvoidableBias:G6} above the best reachable, {Tolerated:G6} is tolerated");
        yield return Invariant($"{(HighVariance ? "high" : "low")} variance: the dev error is {Variance:G6} above the training error, {Tolerated:G6} is tolerated");
        if (IsAbove(BestError, TrainError, 0))
        {
            yield return "the training error is below the best reachable: either less can be reached, or rows were learned by heart";
        }

        if (IsAbove(TrainError, DevError, Tolerated))
        {
            yield return "the dev error is far below the training error: the dev rows may be few or easy, or training was judged with dropout or augmentation";
        }

        if (HighBias)
        {
            yield return $"against the bias, try {string.Join("; ", AgainstBias)}";
        }

        if (HighVariance)
        {
            yield return $"against the variance, {(HighBias ? "then " : "")}try {string.Join("; ", AgainstVariance)}";
        }

        if (!HighBias && !HighVariance)
        {
            yield return "nothing to cure: judge it on the test rows";
        }
    }

    /// <summary>Whether an error lies more than a distance above another: 0.05 no more than 0.02 above 0.03, though their difference in binary is.</summary>
    private static bool IsAbove(double error, double other, double distance) => error - other - distance > Rounding * error;

    private static void ExpectError(double error, string name)
    {
        if (!(error >= 0 && double.IsFinite(error)))
        {
            throw Expect.OutOfRange(name, error, "expected 0 or more, and finite.");
        }
    }
}
