using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Evaluation;

namespace NetGen.Report;

/// <summary>A confusion matrix as a report shows it: with names for its classes, and of which output it is.</summary>
public sealed class NamedConfusion
{
    /// <summary>Names a confusion matrix.</summary>
    /// <param name="matrix">What was taken for what.</param>
    /// <param name="classes">A name for each class, in order; their numbers where there are none.</param>
    /// <param name="output">Which output it judges, for a network of several; null for one alone.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes, or one of them is null.</exception>
    public NamedConfusion(ConfusionMatrix matrix, IReadOnlyList<string>? classes = null, string? output = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (classes is not null && classes.Count != matrix.Classes)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {classes.Count} names; expected {matrix.Classes}, one for each class."), nameof(classes));
        }

        if (classes?.Any(name => name is null) == true)
        {
            throw new ArgumentException(FormattableString.Invariant($"The name of class {classes.TakeWhile(name => name is not null).Count()} is null; expected a name for each class."), nameof(classes));
        }

        Matrix = matrix;
        Classes = [.. classes ?? Enumerable.Range(0, matrix.Classes).Select(index => FormattableString.Invariant($"{index}"))];
        Output = output;
    }

    /// <summary>What was taken for what.</summary>
    public ConfusionMatrix Matrix { get; }

    /// <summary>A name for each class, in order.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Which output it judges; null for one alone.</summary>
    public string? Output { get; }

    /// <summary>A confusion matrix whose classes are numbers.</summary>
    /// <param name="matrix">What was taken for what.</param>
    public static implicit operator NamedConfusion(ConfusionMatrix matrix) => new(matrix);
}
