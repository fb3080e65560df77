using System;
using System.IO;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Data;

/// <summary>The class of an example: its label, or what its targets say.</summary>
internal static class TrueClass
{
    /// <summary>The class of every row; all are read once, block by block.</summary>
    /// <exception cref="InvalidDataException">The targets of a row name no class.</exception>
    public static int[] Of<T>(IExamples<T> examples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] classes = new int[examples.Count];
        var blocks = new ExampleBlocks<T>(examples);
        while (blocks.Next())
        {
            Of(blocks, examples.TargetSize, classes.AsSpan(blocks.First, blocks.Rows));
        }

        return classes;
    }

    /// <summary>The class of every row of a block.</summary>
    /// <exception cref="InvalidDataException">The targets of a row name no class.</exception>
    public static void Of<T>(ExampleBlocks<T> block, int targetSize, Span<int> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (targetSize == 0)
        {
            block.Labels.CopyTo(classes);
            return;
        }

        for (int row = 0; row < block.Rows; row++)
        {
            ReadOnlySpan<T> target = block.Targets.Slice(row * targetSize, targetSize);
            classes[row] = targetSize == 1 ? Binary(target[0], block.Numbers[row]) : Largest(target, block.Numbers[row]);
        }
    }

    private static int Binary<T>(T target, long row)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        target == T.Zero ? 0
        : target == T.One ? 1
        : throw new InvalidDataException(Invariant($"The target of row {row} is {target}; expected 0 or 1, for a single target names one of two classes."));

    private static int Largest<T>(ReadOnlySpan<T> target, long row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ExpectExamples.Finite(target, target.Length, new(row), "target");
        int largest = 0;
        int equals = 0;
        for (int index = 1; index < target.Length; index++)
        {
            if (target[index] > target[largest])
            {
                (largest, equals) = (index, 0);
            }
            else if (target[index] == target[largest])
            {
                equals++;
            }
        }

        return equals == 0
            ? largest
            : throw new InvalidDataException(Invariant($"The targets of row {row} have their largest number, {target[largest]}, {equals + 1} times; expected once, where the class is."));
    }
}
