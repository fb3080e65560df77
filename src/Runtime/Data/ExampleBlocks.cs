using System;

namespace NetGen.Data;

/// <summary>Goes through examples once, block by block, in their order; memory holds one block.</summary>
internal sealed class ExampleBlocks<T>
    where T : unmanaged
{
    private const int NumbersAtOnce = 1 << 16;

    private readonly IExamples<T> examples;
    private readonly int[] numbers;
    private readonly T[] inputs;
    private readonly T[] targets;
    private readonly int[] labels;
    private readonly T[] weights;

    /// <summary>Blocks of as many rows as make about 65,536 numbers.</summary>
    public ExampleBlocks(IExamples<T> examples)
        : this(examples, Math.Max(1, NumbersAtOnce / Math.Max(examples.InputSize, examples.TargetSize)))
    {
    }

    /// <summary>Blocks of a number of rows; the last one may be shorter.</summary>
    public ExampleBlocks(IExamples<T> examples, int rows)
    {
        rows = Math.Min(rows, examples.Count);
        this.examples = examples;
        numbers = new int[rows];
        inputs = new T[checked(rows * examples.InputSize)];
        targets = new T[checked(rows * examples.TargetSize)];
        labels = new int[examples.TargetSize == 0 ? rows : 0];
        weights = new T[examples.HasWeights ? rows : 0];
    }

    /// <summary>The number of the block's first row.</summary>
    public int First { get; private set; }

    /// <summary>What messages call the rows of the block.</summary>
    public RowNumbers<T> Numbers => new(examples, numbers.AsSpan(0, Rows));

    /// <summary>The rows of the block; 0 before the first one.</summary>
    public int Rows { get; private set; }

    /// <summary>[rows, input size].</summary>
    public ReadOnlySpan<T> Inputs => inputs.AsSpan(0, Rows * examples.InputSize);

    /// <summary>[rows, target size], or empty.</summary>
    public ReadOnlySpan<T> Targets => targets.AsSpan(0, Rows * examples.TargetSize);

    /// <summary>[rows], or empty.</summary>
    public ReadOnlySpan<int> Labels => labels.AsSpan(0, Math.Min(Rows, labels.Length));

    /// <summary>[rows], or empty.</summary>
    public ReadOnlySpan<T> Weights => weights.AsSpan(0, Math.Min(Rows, weights.Length));

    /// <summary>Reads the next block; false where there is none.</summary>
    public bool Next()
    {
        First += Rows;
        Rows = Math.Min(numbers.Length, examples.Count - First);
        for (int row = 0; row < Rows; row++)
        {
            numbers[row] = First + row;
        }

        if (Rows > 0)
        {
            examples.Read(numbers.AsSpan(0, Rows), inputs.AsSpan(0, Rows * examples.InputSize), targets.AsSpan(0, Rows * examples.TargetSize), labels.AsSpan(0, Math.Min(Rows, labels.Length)));
            examples.ReadWeights(numbers.AsSpan(0, Rows), weights.AsSpan(0, Math.Min(Rows, weights.Length)));
        }

        return Rows > 0;
    }
}
