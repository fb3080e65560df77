using System;

namespace NetGen.Data;

/// <summary>
/// Examples that can be read by number, in any order: from memory, from a file that is larger than memory, computed.
/// An example has an input row and either a target row or a label.
/// </summary>
/// <typeparam name="T">The number type of the network.</typeparam>
/// <remarks>Reading must give the same numbers for the same row every time, or a resumed training ends elsewhere.</remarks>
public interface IExamples<T>
    where T : unmanaged
{
    /// <summary>The number of examples, at least 1.</summary>
    int Count { get; }

    /// <summary>The numbers of one input row, at least 1.</summary>
    int InputSize { get; }

    /// <summary>The numbers of one target row; 0 where examples have labels instead.</summary>
    int TargetSize { get; }

    /// <summary>Reads examples.</summary>
    /// <param name="rows">Which: each from 0 to below <see cref="Count"/>, repetitions allowed.</param>
    /// <param name="inputs">Receives [rows, <see cref="InputSize"/>].</param>
    /// <param name="targets">Receives [rows, <see cref="TargetSize"/>]; empty where examples have labels.</param>
    /// <param name="labels">Receives [rows] class indices; empty where examples have targets.</param>
    void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels);
}
