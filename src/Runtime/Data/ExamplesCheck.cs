using System;
using System.IO;
using System.Numerics;

namespace NetGen.Data;

/// <summary>What examples must be before a network is trained or judged on them.</summary>
public static class ExamplesCheck
{
    /// <summary>Goes once through examples, block by block, and throws at the first that a network cannot use.</summary>
    /// <param name="examples">The examples as the network will see them, standardized where it wants that.</param>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentException">
    /// The sizes of the rows are not the network's, or its loss compares numbers and the examples have labels.
    /// </exception>
    /// <exception cref="InvalidDataException">
    /// An input or target is NaN or infinite, a length or symbol is no whole number in its range, a label is outside the network's outputs, a weight is negative, infinite or NaN, or a target that
    /// is a probability is outside 0 to 1; the message says in which row and column.
    /// </exception>
    public static void Check<T>(IExamples<T> examples, NetworkDescription network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ExpectExamples.Fit(examples, network);
        var check = new RowCheck<T>(network);
        var blocks = new ExampleBlocks<T>(examples);
        while (blocks.Next())
        {
            check.Check(blocks.Inputs, blocks.Targets, blocks.Labels, blocks.Weights, blocks.Numbers);
        }
    }
}
