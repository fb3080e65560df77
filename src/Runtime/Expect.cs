using System;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using static System.FormattableString;

namespace NetGen;

/// <summary>The checks of arguments that generated and reference networks share; each says what was expected and what came.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Expect
{
    /// <summary>The rows of a prediction.</summary>
    public static int Rows(int inputs, int inputSize, int outputs, int outputSize)
    {
        int rows = inputs / inputSize;
        if (rows == 0 || rows * inputSize != inputs)
        {
            throw new ArgumentException(Invariant($"inputs has {inputs} numbers; expected {inputSize} for each row, and at least 1 row."), nameof(inputs));
        }

        if ((long)rows * outputSize != outputs)
        {
            throw new ArgumentException(Invariant($"outputs has {outputs} numbers; expected {(long)rows * outputSize}: {outputSize} for each of the {rows} rows in inputs."), nameof(outputs));
        }

        return rows;
    }

    /// <summary>The rows of a batch whose inputs fit.</summary>
    public static int Inputs<T>(in Batch<T> batch, int inputSize)
        where T : unmanaged
    {
        if (batch.Rows < 1)
        {
            throw new ArgumentException(Invariant($"The batch has {batch.Rows} rows; expected at least 1."), nameof(batch));
        }

        if ((long)batch.Rows * inputSize != batch.Inputs.Length)
        {
            throw new ArgumentException(Invariant($"The batch has {batch.Inputs.Length} inputs; expected {(long)batch.Rows * inputSize}: {inputSize} for each of its {batch.Rows} rows."), nameof(batch));
        }

        return batch.Rows;
    }

    /// <summary>Targets that fit; false, for they are no labels.</summary>
    public static bool Targets<T>(in Batch<T> batch, int outputSize)
        where T : unmanaged
    {
        if ((long)batch.Rows * outputSize != batch.Targets.Length)
        {
            throw new ArgumentException(
                batch.Labels.Length > 0
                    ? Invariant($"The batch has class labels, but this loss compares numbers; expected targets, {outputSize} for each row.")
                    : Invariant($"The batch has {batch.Targets.Length} targets; expected {(long)batch.Rows * outputSize}: {outputSize} for each of its {batch.Rows} rows."),
                nameof(batch));
        }

        return false;
    }

    /// <summary>Targets of several losses that fit; false, for they are no labels.</summary>
    public static bool TargetsOfParts<T>(in Batch<T> batch, int outputSize)
        where T : unmanaged => batch.Labels.Length == 0 ? Targets(batch, outputSize) : throw new ArgumentException(
            Invariant($"The batch has class labels, but the network has several losses; expected targets, {outputSize} for each row: what each loss takes, one after another, a class as 1 at its index and 0 elsewhere."),
            nameof(batch));

    /// <summary>Targets or labels that fit; whether they are labels.</summary>
    public static bool TargetsOrLabels<T>(in Batch<T> batch, int outputSize)
        where T : unmanaged
    {
        if (batch.Labels.Length == 0)
        {
            return Targets(batch, outputSize);
        }

        for (int row = 0; row < batch.Labels.Length; row++)
        {
            if ((uint)batch.Labels[row] >= (uint)outputSize)
            {
                throw new ArgumentOutOfRangeException(nameof(batch), Invariant($"The label of row {row} is {batch.Labels[row]}; expected 0 to {outputSize - 1}."));
            }
        }

        return true;
    }

    /// <summary>Weights that fit the rows of a batch; whether there are any.</summary>
    public static bool Weights<T>(in Batch<T> batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (batch.Weights.IsEmpty)
        {
            return false;
        }

        if (batch.Weights.Length != batch.Rows)
        {
            throw new ArgumentException(Invariant($"The batch has {batch.Weights.Length} weights; expected {batch.Rows}, one for each row, or none."), nameof(batch));
        }

        int wrong = WrongWeight(batch.Weights);
        return wrong < 0 ? true : throw new ArgumentOutOfRangeException(
            nameof(batch), Invariant($"The weight of row {wrong} is {batch.Weights[wrong]}; expected a finite number of at least 0."));
    }

    /// <summary>The first weight that is none, for it is negative, infinite or NaN; −1 where all are.</summary>
    internal static int WrongWeight<T>(ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= T.Zero && T.IsFinite(weights[row])))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>A workspace that is there.</summary>
    public static Workspace<T> Workspace<T>(Workspace<T> workspace)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace;
    }

    /// <summary>Parameters that can take the place of others.</summary>
    public static void Replacement<T>(AlignedBuffer<T> replacement, int length)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(replacement);
        Length(replacement.Length, length, nameof(replacement));
    }

    /// <summary>Gradients that fit.</summary>
    public static void Gradients<T>(Span<T> gradient, int length, Span<T> inputGradient, int rows, int inputSize)
    {
        Length(gradient.Length, length, nameof(gradient));
        if (inputGradient.Length > 0)
        {
            Length(inputGradient.Length, rows, inputSize, nameof(inputGradient));
        }
    }

    /// <summary>A batch whose vectors have a variance over its rows.</summary>
    public static void SeveralRows(int rows, string layer, int channels)
    {
        if (rows < 2)
        {
            throw new ArgumentException(
                Invariant($"{layer} normalizes each of {channels} elements over the rows of a batch; expected more than 1 row for training, for 1 value has no variance. ") +
                "Choose a batch size that leaves no single row over, or use LayerNorm.", "batch");
        }
    }

    /// <summary>A number that is large enough.</summary>
    /// <remarks>The message is the same in every culture, which that of the exception's own helpers is not.</remarks>
    internal static void AtLeast(long number, long least, string name)
    {
        if (number < least)
        {
            throw OutOfRange(name, number, Invariant($"expected {least} or more."));
        }
    }

    /// <summary>What a number outside its range is answered; what came stands in the message.</summary>
    internal static ArgumentOutOfRangeException OutOfRange(string name, IFormattable came, string expected) =>
        new(name, Invariant($"{name} is {came}; {expected}"));

    /// <summary>A list that is there, and all that is in it.</summary>
    internal static ImmutableArray<TItem> Items<TItem>(ImmutableArray<TItem> items, string name)
        where TItem : class =>
        items.IsDefault ? throw new ArgumentException(Invariant($"{name} is default, which is no list; expected [] for none."), name)
        : items.IndexOf(null!) is int place and >= 0 ? throw new ArgumentException(Invariant($"{name}[{place}] is null; leave it out, or make it first."), name)
        : items;

    /// <summary>A length that fits.</summary>
    public static void Length(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException(Invariant($"{name} has {length} numbers; expected {expected}."), name);
        }
    }

    /// <summary>A length that fits a number of rows.</summary>
    public static void Length(int length, int rows, int size, string name)
    {
        if ((long)rows * size != length)
        {
            throw new ArgumentException(Invariant($"{name} has {length} numbers; expected {(long)rows * size}: {size} for each of {rows} rows."), name);
        }
    }

    /// <summary>What a network without a loss answers when it is trained.</summary>
    public static InvalidOperationException Loss(string network) =>
        new(Invariant($"{network} declares no loss, so it has no cost. Add [Loss(…)] to the class, or use Backward with a gradient of your own."));
}
