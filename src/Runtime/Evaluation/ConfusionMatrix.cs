using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Evaluation;

/// <summary>How often each class was taken for each: counts by true and predicted class, and the figures that follow.</summary>
/// <remarks>
/// With TP, FP and FN of a class c: precision TP/(TP+FP), recall TP/(TP+FN), F1 = 2TP/(2TP+FP+FN), their harmonic mean
/// (C. van Rijsbergen, 1979). Where nothing stands below the line the figure is 0, as scikit-learn decides: the
/// precision of a class that was never predicted, the recall of one that never came. Macro averages are the plain mean
/// over the classes that came or were predicted; micro averages pool the counts of all classes. Predictions that are NaN belong to no
/// class: they are counted as undecided, and are wrong in accuracy and recall.
/// </remarks>
public sealed class ConfusionMatrix
{
    private readonly long[] counts;
    private readonly long[] undecided;

    /// <summary>An empty matrix.</summary>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2.</exception>
    public ConfusionMatrix(int classes)
    {
        NetGen.Expect.AtLeast(classes, 2, nameof(classes));
        Classes = classes;
        counts = new long[checked(classes * classes)];
        undecided = new long[classes];
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The examples counted, undecided ones too.</summary>
    public long Count => counts.Sum() + Undecided;

    /// <summary>The examples whose prediction was NaN.</summary>
    public long Undecided => undecided.Sum();

    /// <summary>The share of examples whose class was predicted; NaN where there are none.</summary>
    public double Accuracy => (double)Right / Count;

    /// <summary>The mean precision of the classes that came or were predicted.</summary>
    public double MacroPrecision => Macro(Precision);

    /// <summary>The mean recall of the classes that came or were predicted.</summary>
    public double MacroRecall => Macro(Recall);

    /// <summary>The mean F1 of the classes that came or were predicted.</summary>
    public double MacroF1 => Macro(F1);

    /// <summary>ΣTP / Σ(TP+FP): the share of decided examples that are right.</summary>
    public double MicroPrecision => Ratio(Right, counts.Sum());

    /// <summary>ΣTP / Σ(TP+FN): the accuracy, but 0 where there are no examples.</summary>
    public double MicroRecall => Ratio(Right, Count);

    /// <summary>2ΣTP / Σ(2TP+FP+FN).</summary>
    public double MicroF1 => Ratio(2 * Right, counts.Sum() + Count);

    private long Right => Range().Sum(index => this[index, index]);

    /// <summary>How many examples of a class were taken for a class.</summary>
    /// <param name="truth">The true class, from 0.</param>
    /// <param name="predicted">The predicted class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int truth, int predicted] => counts[Expect(truth) * Classes + Expect(predicted)];

    /// <summary>Counts an example.</summary>
    /// <param name="truth">Its class, from 0.</param>
    /// <param name="predicted">What it was taken for, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int truth, int predicted) => counts[Expect(truth) * Classes + Expect(predicted)]++;

    /// <summary>Counts an example whose prediction was NaN.</summary>
    /// <param name="truth">Its class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void AddUndecided(int truth) => undecided[Expect(truth)]++;

    /// <summary>The examples of a class, undecided ones too.</summary>
    /// <param name="truth">The class, from 0.</param>
    public long CountOf(int truth) => Range().Sum(predicted => this[truth, predicted]) + undecided[truth];

    /// <summary>The examples of a class whose prediction was NaN.</summary>
    /// <param name="truth">The class, from 0.</param>
    public long UndecidedOf(int truth) => undecided[Expect(truth)];

    /// <summary>TP/(TP+FP): of those taken for the class, the share that belongs to it; 0 where there are none.</summary>
    /// <param name="index">The class, from 0.</param>
    public double Precision(int index) => Ratio(this[index, index], PredictedOf(index));

    /// <summary>TP/(TP+FN): of those of the class, the share found; 0 where there are none.</summary>
    /// <param name="index">The class, from 0.</param>
    public double Recall(int index) => Ratio(this[index, index], CountOf(index));

    /// <summary>2TP/(2TP+FP+FN): the harmonic mean of precision and recall; 0 where both are.</summary>
    /// <param name="index">The class, from 0.</param>
    public double F1(int index) => Ratio(2 * this[index, index], PredictedOf(index) + CountOf(index));

    /// <summary>The matrix as a table with a row for each true class, its precision, recall and F1.</summary>
    public override string ToString() => ToString([.. Range().Select(index => $"{index}")]);

    /// <summary>The matrix as a table, with names for the classes.</summary>
    /// <param name="names">A name for each class, in order.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public string ToString(IReadOnlyList<string> names) => ConfusionTable.Of(this, names);

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private long PredictedOf(int predicted) => Range().Sum(truth => this[truth, predicted]);

    private double Macro(Func<int, double> figure) => Range().Where(index => CountOf(index) + PredictedOf(index) > 0).Select(figure).DefaultIfEmpty().Average();

    private IEnumerable<int> Range() => Enumerable.Range(0, Classes);

    private int Expect(int index) => (uint)index < (uint)Classes
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), FormattableString.Invariant($"There is no class {index}; expected 0 to {Classes - 1}."));
}
