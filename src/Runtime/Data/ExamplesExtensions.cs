using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Numerics;

namespace NetGen.Data;

/// <summary>Examples made from other examples; each reads through and copies nothing.</summary>
public static class ExamplesExtensions
{
    /// <summary>The same examples, standardized when they are read.</summary>
    /// <param name="examples">The examples, in their own units.</param>
    /// <param name="inputs">Applied to the inputs; null leaves them.</param>
    /// <param name="targets">Applied to the targets; null leaves them.</param>
    /// <exception cref="ArgumentException">A standardization has another number of columns.</exception>
    public static IExamples<T> Standardized<T>(this IExamples<T> examples, Standardization? inputs, Standardization? targets = null)
        where T : unmanaged, IFloatingPointIeee754<T> => new StandardizedExamples<T>(examples, inputs, targets);

    /// <summary>
    /// The same examples, whose images a training sees changed by chance, others in every epoch, as a function of seed, epoch
    /// and row alone. Targets, labels and order stay; who reads without an epoch, as evaluation does, reads the images
    /// themselves.
    /// </summary>
    /// <param name="examples">The examples. What lies beyond an image is 0, so standardize what comes of it, not what goes in.</param>
    /// <param name="shape">The shape of an input, [channels, height, width].</param>
    /// <param name="seed">The seed of the changes.</param>
    /// <param name="augmentations">The changes, one after another.</param>
    /// <exception cref="ArgumentException">The inputs have no such shape, or there are no augmentations.</exception>
    public static IExamples<T> Augmented<T>(this IExamples<T> examples, ImmutableArray<int> shape, ulong seed, params ImmutableArray<ImageAugmentation> augmentations)
        where T : unmanaged, IFloatingPointIeee754<T> => new AugmentedExamples<T>(examples, shape, seed, augmentations);

    /// <summary>Some of the examples, in the order given.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="rows">Which: one or more, each from 0 to below their count, repetitions allowed.</param>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static IExamples<T> Select<T>(this IExamples<T> examples, ImmutableArray<int> rows)
        where T : unmanaged => new SelectedExamples<T>(examples, rows);

    /// <summary>Splits examples at random, as <see cref="Data.Split.Rows"/> does.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="fractions">The share of every part, each above 0, all together 1.</param>
    /// <exception cref="ArgumentException">The fractions are no shares of 1, or a part would be empty.</exception>
    public static ImmutableArray<IExamples<T>> Split<T>(this IExamples<T> examples, ulong seed, params ReadOnlySpan<double> fractions)
        where T : unmanaged => [.. Data.Split.Rows(examples.Count, seed, fractions).Select(examples.Select)];

    /// <summary>
    /// Splits examples by class, as <see cref="Data.Split.Stratified"/> does. The class is the label; of targets, the
    /// place of the largest one, or the number itself where a single target is 0 or 1.
    /// </summary>
    /// <param name="examples">
    /// The examples; all are read once, block by block, for their classes. Where reading inputs is dear and the labels are
    /// at hand, <see cref="Data.Split.Stratified"/> and <see cref="Select"/> do without.
    /// </param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="fractions">The share of every part, each above 0, all together 1.</param>
    /// <exception cref="ArgumentException">The fractions are no shares of 1, or a part would be empty.</exception>
    /// <exception cref="InvalidDataException">The targets of a row name no class.</exception>
    public static ImmutableArray<IExamples<T>> SplitStratified<T>(this IExamples<T> examples, ulong seed, params ReadOnlySpan<double> fractions)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. Data.Split.Stratified(TrueClass.Of(examples), seed, fractions).Select(examples.Select)];

    /// <summary>A bootstrap sample of the examples, as <see cref="Data.Bootstrap.Rows"/> draws it.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="seed">The seed of the drawing.</param>
    /// <param name="sample">Which of the seed's samples, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of the sample is negative.</exception>
    public static IExamples<T> Bootstrap<T>(this IExamples<T> examples, ulong seed, int sample)
        where T : unmanaged => examples.Select(Data.Bootstrap.Rows(examples.Count, seed, sample));
}
