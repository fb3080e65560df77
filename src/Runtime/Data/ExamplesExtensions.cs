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
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] classes = new int[examples.Count];
        var blocks = new ExampleBlocks<T>(examples);
        while (blocks.Next())
        {
            TrueClass.Of(blocks, examples.TargetSize, classes.AsSpan(blocks.First, blocks.Rows));
        }

        return [.. Data.Split.Stratified(classes, seed, fractions).Select(examples.Select)];
    }
}
