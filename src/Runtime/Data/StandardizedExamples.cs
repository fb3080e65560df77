using System;
using System.Numerics;

namespace NetGen.Data;

/// <summary>Examples that are standardized when they are read.</summary>
internal sealed class StandardizedExamples<T> : IExamples<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IExamples<T> examples;
    private readonly Standardization? inputScale;
    private readonly Standardization? targetScale;

    public StandardizedExamples(IExamples<T> examples, Standardization? inputs, Standardization? targets)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ExpectColumns(inputs, examples.InputSize, nameof(inputs));
        ExpectColumns(targets, examples.TargetSize, nameof(targets));
        this.examples = examples;
        inputScale = inputs;
        targetScale = targets;
    }

    public int Count => examples.Count;

    public int InputSize => examples.InputSize;

    public int TargetSize => examples.TargetSize;

    public int Origin(int row) => examples.Origin(row);

    public bool HasWeights => examples.HasWeights;

    public void ReadWeights(ReadOnlySpan<int> rows, Span<T> weights) => examples.ReadWeights(rows, weights);

    public void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
    {
        examples.Read(rows, inputs, targets, labels);
        Apply(inputs, targets);
    }

    public void Read(int epoch, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
    {
        examples.Read(epoch, rows, inputs, targets, labels);
        Apply(inputs, targets);
    }

    private void Apply(Span<T> inputs, Span<T> targets)
    {
        inputScale?.Apply(inputs);
        targetScale?.Apply(targets);
    }

    private static void ExpectColumns(Standardization? scale, int columns, string name)
    {
        if (scale is not null && scale.Mean.Length != columns)
        {
            throw new ArgumentException($"The standardization of the {name} has {scale.Mean.Length} columns, the {name} of the examples have {columns}.", name);
        }
    }
}
