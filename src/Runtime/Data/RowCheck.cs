using System;
using System.IO;
using System.Linq;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Data;

/// <summary>What rows of examples must be before a network learns from them.</summary>
internal sealed class RowCheck<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly NetworkDescription network;

    /// <summary>Which targets are probabilities; empty where none is.</summary>
    private readonly bool[] probabilities;

    public RowCheck(NetworkDescription network)
    {
        this.network = network;
        bool[] all = [.. network.Losses.SelectMany(loss => Enumerable.Repeat(loss.Loss is Loss.CrossEntropy or Loss.BinaryCrossEntropy or Loss.KullbackLeibler, NetworkDescription.Elements(network.Shapes[loss.Node])))];
        probabilities = all.Contains(true) ? all : [];
    }

    /// <summary>Looks at rows; targets or labels are empty.</summary>
    /// <exception cref="InvalidDataException">
    /// An input or target is NaN or infinite, a length or symbol is no whole number in its range, a label is no class, a
    /// weight is negative, infinite or NaN, or a target that is a probability is outside 0 to 1.
    /// </exception>
    public void Check(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, ReadOnlySpan<T> weights, RowNumbers<T> rows)
    {
        ExpectExamples.Whole(inputs, network, rows);
        ExpectExamples.Finite(inputs, network.InputSize, rows, "input");
        ExpectExamples.Finite(targets, network.OutputSize, rows, "target");
        ExpectExamples.Labels(labels, network.OutputSize, rows);
        ExpectExamples.Weights(weights, rows);
        if (probabilities.Length > 0)
        {
            ExpectProbabilities(targets, rows);
        }
    }

    private void ExpectProbabilities(ReadOnlySpan<T> targets, RowNumbers<T> rows)
    {
        for (int first = 0; first < targets.Length; first += probabilities.Length)
        {
            for (int column = 0; column < probabilities.Length; column++)
            {
                T target = targets[first + column];
                if (probabilities[column] && !(target >= T.Zero && target <= T.One))
                {
                    throw new InvalidDataException(Invariant($"The target of row {rows[first / probabilities.Length]}, column {column} is {target}; expected a probability from 0 to 1."));
                }
            }
        }
    }
}
