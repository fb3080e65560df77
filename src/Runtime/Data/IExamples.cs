using System;

namespace NetGen.Data;

/// <summary>
/// Examples that can be read by number, in any order: from memory, from a file that is larger than memory, computed.
/// An example has an input row and either a target row or a label.
/// </summary>
/// <typeparam name="T">The number type of the network.</typeparam>
/// <remarks>
/// Reading must give the same numbers for the same row every time, and where it is told the epoch, for the same row and
/// epoch, or a resumed training ends elsewhere.
/// </remarks>
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

    /// <summary>
    /// Reads examples as an epoch of a training sees them: other ones in every epoch where they are augmented. Examples
    /// that are made from others pass the epoch on.
    /// </summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="rows">Which: each from 0 to below <see cref="Count"/>, repetitions allowed.</param>
    /// <param name="inputs">Receives [rows, <see cref="InputSize"/>].</param>
    /// <param name="targets">Receives [rows, <see cref="TargetSize"/>]; empty where examples have labels.</param>
    /// <param name="labels">Receives [rows] class indices; empty where examples have targets.</param>
    void Read(int epoch, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels) => Read(rows, inputs, targets, labels);

    /// <summary>The number of a row in the examples that these were selected from, by which messages name it; its own where they were not.</summary>
    /// <param name="row">From 0 to below <see cref="Count"/>.</param>
    int Origin(int row) => row;

    /// <summary>Whether examples have weights, which say how much each counts in a cost; else each counts 1.</summary>
    bool HasWeights => false;

    /// <summary>Reads the weights of examples.</summary>
    /// <param name="rows">Which: each from 0 to below <see cref="Count"/>, repetitions allowed.</param>
    /// <param name="weights">Receives [rows] finite numbers of at least 0; empty where there are none.</param>
    void ReadWeights(ReadOnlySpan<int> rows, Span<T> weights) => Expect.Length(weights.Length, 0, nameof(weights));
}
