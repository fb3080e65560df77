using System;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Data;

namespace NetGen.Evaluation;

/// <summary>
/// Judges networks on examples: all rows once, in batches, without dropout. After the first batch nothing is allocated
/// here.
/// </summary>
public static class Evaluate
{
    /// <summary>
    /// Judges a classifier. It predicts the class of its largest output, the first of equals; with a single output class 1 from the
    /// threshold on, otherwise class 0. Rows with an output that is NaN are counted as undecided.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="examples">
    /// Examples with labels, or with targets whose largest number marks the class (a single target: 0 or 1).
    /// </param>
    /// <param name="batch">The rows of a batch, at least 1.</param>
    /// <param name="threshold">Where class 1 begins, for a single output; any number but NaN.</param>
    /// <exception cref="ArgumentException">The sizes of the rows are not the network's, its loss cannot take labels, it has several outputs, or a batch does not fit into memory.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch is below 1, or the threshold is NaN.</exception>
    /// <exception cref="InvalidDataException">A row has no class, or one that the network does not know, or a weight, length or symbol that is none.</exception>
    public static ClassificationResult Classification<T>(INetwork<T> network, IExamples<T> examples, int batch = 256, double threshold = 0.5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ExpectOneOutput(network);
        if (double.IsNaN(threshold))
        {
            throw Expect.OutOfRange(nameof(threshold), threshold, "expected a number, such as 0.5, for no output is at least NaN.");
        }

        var run = new EvaluationRun<T>(network, examples, batch);
        var confusion = new ConfusionMatrix(Math.Max(2, run.OutputSize));
        int[] truths = new int[run.MostRows];
        while (run.Read())
        {
            run.ReadClasses(truths, below: confusion.Classes);
            run.Predict();
            for (int row = 0; row < run.Rows; row++)
            {
                int predicted = PredictedClass.Of(run.Outputs.Slice(row * run.OutputSize, run.OutputSize), T.CreateTruncating(threshold));
                if (predicted < 0)
                {
                    confusion.AddUndecided(truths[row]);
                }
                else
                {
                    confusion.Add(truths[row], predicted);
                }
            }
        }

        return new ClassificationResult(run.Loss, confusion);
    }

    /// <summary>
    /// Judges how well an output ranks the examples of a class before all others, whatever threshold one would choose.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="examples">
    /// Examples with labels, or with targets whose largest number marks the class (a single target: 0 or 1).
    /// </param>
    /// <param name="positive">The class; its output is the score. A single output is the score of class 1.</param>
    /// <param name="batch">The rows of a batch, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// The sizes of the rows are not the network's, its loss cannot take labels, it has several outputs, or a batch does not fit into memory; or no example, or every one, is of the class.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <exception cref="InvalidDataException">A row has no class, or one that the network does not know, or a weight, length or symbol that is none, or is predicted NaN.</exception>
    public static RocCurve Roc<T>(INetwork<T> network, IExamples<T> examples, int positive = 1, int batch = 256)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ExpectOneOutput(network);
        var run = new EvaluationRun<T>(network, examples, batch);
        int classes = Math.Max(2, run.OutputSize);
        if (positive < 0 || positive >= classes || (run.OutputSize == 1 && positive == 0))
        {
            throw Expect.OutOfRange(nameof(positive), positive, run.OutputSize == 1 ? "expected 1, which a single output is the score of." : FormattableString.Invariant($"expected 0 to {classes - 1}."));
        }

        T[] scores = new T[examples.Count];
        int[] truths = new int[examples.Count];
        for (int first = 0; run.Read(); first += run.Rows)
        {
            Span<int> here = truths.AsSpan(first, run.Rows);
            run.ReadClasses(here, below: classes);
            run.Predict();
            for (int row = 0; row < run.Rows; row++)
            {
                here[row] = here[row] == positive ? 1 : 0;
                scores[first + row] = run.Outputs[row * run.OutputSize + (run.OutputSize == 1 ? 0 : positive)];
            }
        }

        return RocCurve.Of<T>(scores, truths);
    }

    /// <summary>Judges a regression.</summary>
    /// <param name="network">The network.</param>
    /// <param name="examples">Examples with targets in the network's units.</param>
    /// <param name="batch">The rows of a batch, at least 1.</param>
    /// <param name="targets">
    /// The standardization that the examples' targets went through, for errors in their own units; the loss stays in
    /// the network's.
    /// </param>
    /// <exception cref="ArgumentException">The sizes of the rows are not the network's, the examples have labels, or a batch does not fit into memory.</exception>
    /// <exception cref="InvalidDataException">A target is NaN or infinite, or a weight, length or symbol is none.</exception>
    public static RegressionResult Regression<T>(INetwork<T> network, IExamples<T> examples, int batch = 256, Standardization? targets = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.TargetSize == 0)
        {
            throw new ArgumentException("The examples have labels; expected targets, for a regression predicts numbers.", nameof(examples));
        }

        var run = new EvaluationRun<T>(network, examples, batch);

        if (targets is not null && targets.Mean.Length != examples.TargetSize)
        {
            throw new ArgumentException($"The standardization has {targets.Mean.Length} columns; expected {examples.TargetSize}, as the targets have.", nameof(targets));
        }

        var errors = new RegressionErrors(examples.TargetSize);
        T[] truths = new T[run.MostRows * examples.TargetSize];
        while (run.Read())
        {
            run.Predict();
            Span<T> truth = truths.AsSpan(0, run.Targets.Length);
            run.Targets.CopyTo(truth);
            targets?.Invert(truth);
            targets?.Invert(run.Outputs);
            errors.Add<T>(run.Outputs, truth);
        }

        return new RegressionResult(run.Loss, errors);
    }

    private static void ExpectOneOutput<T>(INetwork<T> network)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        if (description.Outputs.Length > 1)
        {
            string names = string.Join(", ", description.Outputs.Select(node => description.Layers[node - 1].Name));
            throw new ArgumentException($"{description.Name} has several outputs, {names}, and classes are told by one. Predict, and count each output in a {nameof(ConfusionMatrix)} of its own.", nameof(network));
        }
    }
}
