using System;
using System.ComponentModel;

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
            throw new ArgumentException($"inputs has {inputs} numbers; expected {inputSize} for each row, and at least 1 row.", nameof(inputs));
        }

        if ((long)rows * outputSize != outputs)
        {
            throw new ArgumentException($"outputs has {outputs} numbers; expected {(long)rows * outputSize}: {outputSize} for each of the {rows} rows in inputs.", nameof(outputs));
        }

        return rows;
    }

    /// <summary>The rows of a batch whose inputs fit.</summary>
    public static int Inputs<T>(in Batch<T> batch, int inputSize)
        where T : unmanaged
    {
        if (batch.Rows < 1)
        {
            throw new ArgumentException($"The batch has {batch.Rows} rows; expected at least 1.", nameof(batch));
        }

        if ((long)batch.Rows * inputSize != batch.Inputs.Length)
        {
            throw new ArgumentException($"The batch has {batch.Inputs.Length} inputs; expected {(long)batch.Rows * inputSize}: {inputSize} for each of its {batch.Rows} rows.", nameof(batch));
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
                    ? $"The batch has class labels, but this loss compares numbers; expected targets, {outputSize} for each row."
                    : $"The batch has {batch.Targets.Length} targets; expected {(long)batch.Rows * outputSize}: {outputSize} for each of its {batch.Rows} rows.",
                nameof(batch));
        }

        return false;
    }

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
                throw new ArgumentOutOfRangeException(nameof(batch), batch.Labels[row], $"The label of row {row} is {batch.Labels[row]}; expected 0 to {outputSize - 1}.");
            }
        }

        return true;
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

    /// <summary>A length that fits.</summary>
    public static void Length(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} numbers; expected {expected}.", name);
        }
    }

    /// <summary>A length that fits a number of rows.</summary>
    public static void Length(int length, int rows, int size, string name)
    {
        if ((long)rows * size != length)
        {
            throw new ArgumentException($"{name} has {length} numbers; expected {(long)rows * size}: {size} for each of {rows} rows.", name);
        }
    }

    /// <summary>What a network without a loss answers when it is trained.</summary>
    public static InvalidOperationException Loss(string network) =>
        new($"{network} declares no loss, so it has no cost. Add [Loss(…)] to the class, or use Backward with a gradient of your own.");
}
