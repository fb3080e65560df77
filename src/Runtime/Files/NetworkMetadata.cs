using System.Collections.Immutable;
using NetGen.Data;

namespace NetGen.Files;

/// <summary>What a prediction needs beside the weights, kept in the same file.</summary>
public sealed record NetworkMetadata
{
    /// <summary>The names of the classes by output: one for each output, or two for a single output that tells the second from the first; empty where there are none.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>The standardization of the inputs that the network was trained with, a column for each input; null where there was none.</summary>
    public Standardization? Inputs { get; init; }

    /// <summary>The standardization of the targets, a column for each output; predictions are brought back by its inverse. Null where there was none.</summary>
    public Standardization? Targets { get; init; }

    /// <summary>What of this does not fit a network.</summary>
    internal ImmutableArray<string> MisfitsOf(NetworkDescription description)
    {
        var misfits = ImmutableArray.CreateBuilder<string>();
        int outputs = description.OutputSize;
        int classes = Classes.IsDefault ? 0 : Classes.Length;
        if (classes != 0 && classes != outputs && !(classes == 2 && outputs == 1))
        {
            misfits.Add($"classes: expected {(outputs == 1 ? 2 : outputs)} for {outputs} outputs, there are {classes}");
        }

        for (int index = 0; index < classes; index++)
        {
            if (Classes[index] is null)
            {
                misfits.Add($"classes: class {index} is null; expected its name");
            }
            else if (!JsonText.IsUnicode(Classes[index]))
            {
                misfits.Add($"classes: class {index}, {FileText.Quote(Classes[index])}, has half of a surrogate pair; expected Unicode");
            }
        }

        Columns("inputs", Inputs, description.InputSize);
        Columns("targets", Targets, outputs);
        return misfits.ToImmutable();

        void Columns(string what, Standardization? standardization, int expected)
        {
            if (standardization is { Mean.Length: int columns } && columns != expected)
            {
                misfits.Add($"standardization of the {what}: expected {expected} columns, there are {columns}");
            }
        }
    }
}
