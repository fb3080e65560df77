using System;

namespace NetGen.Data;

/// <summary>The checks of arguments that all examples share.</summary>
internal static class ExpectExamples
{
    /// <summary>Rows that exist and spans that fit them.</summary>
    public static void Buffers<T>(IExamples<T> examples, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
        where T : unmanaged
    {
        Expect.Length(inputs.Length, rows.Length, examples.InputSize, nameof(inputs));
        Expect.Length(targets.Length, rows.Length, examples.TargetSize, nameof(targets));
        Expect.Length(labels.Length, examples.TargetSize == 0 ? rows.Length : 0, nameof(labels));
        Rows(rows, examples.Count);
    }

    /// <summary>Rows that exist.</summary>
    public static void Rows(ReadOnlySpan<int> rows, int count)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            if ((uint)rows[index] >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(nameof(rows), rows[index], $"rows[{index}] is {rows[index]}; expected 0 to {count - 1}.");
            }
        }
    }
}
