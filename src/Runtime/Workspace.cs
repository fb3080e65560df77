using System;
using NetGen.Threading;
using static System.FormattableString;

namespace NetGen;

/// <summary>
/// The memory of one training: what the forward pass keeps for the backward pass, and what both need in between. It
/// belongs to the caller, serves one thread at a time and grows when a larger batch comes; otherwise nothing is
/// allocated.
/// </summary>
/// <typeparam name="T">The number type of the network.</typeparam>
public sealed class Workspace<T>
    where T : unmanaged
{
    private readonly int perRow;
    private readonly int shared;
    private AlignedBuffer<T> buffer;
    private object? owner;
    private int keptRows;
    private long keptStep;
    private bool isTaken;

    /// <summary>Makes a workspace; networks do so in <see cref="INetwork{T}.CreateWorkspace"/>.</summary>
    /// <param name="perRow">The numbers needed for every row of a batch.</param>
    /// <param name="shared">The numbers needed once.</param>
    /// <param name="rows">The rows to make room for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its range, or the rows are more than memory can be addressed for.</exception>
    public Workspace(int perRow, int shared, int rows)
    {
        Expect.AtLeast(perRow, 0, nameof(perRow));
        Expect.AtLeast(shared, 0, nameof(shared));
        Expect.AtLeast(rows, 1, nameof(rows));
        this.perRow = perRow;
        this.shared = shared;
        Rows = rows;
        buffer = Allocate(rows);
    }

    /// <summary>The rows there is room for.</summary>
    public int Rows { get; private set; }

    /// <summary>
    /// The threads that share the work of calls with this workspace; null, as it begins, for the calling thread alone.
    /// Who made them disposes them. Reference networks use the calling thread alone.
    /// </summary>
    public Workers? Workers { get; set; }

    /// <summary>The first element of the shared part, with room for <paramref name="rows"/> rows behind it.</summary>
    /// <param name="perRow">The numbers that the network needs for every row.</param>
    /// <param name="shared">The numbers that the network needs once.</param>
    /// <param name="rows">The rows of the coming batch.</param>
    /// <exception cref="ArgumentException">The workspace was made by a network of another shape.</exception>
    public ref T Reserve(int perRow, int shared, int rows)
    {
        if (perRow != this.perRow || shared != this.shared)
        {
            throw new ArgumentException(
                Invariant($"The workspace has {this.perRow} numbers a row and {this.shared} besides; this network needs {perRow} and {shared}. Make one with its CreateWorkspace."));
        }

        if (rows > Rows)
        {
            buffer = Allocate(rows);
            Rows = rows;
        }

        keptRows = 0;
        return ref buffer.First;
    }

    /// <summary>Notes that a training forward of a network has filled this workspace.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="step">The step of the batch.</param>
    public void Keep(object network, int rows, long step)
    {
        owner = network;
        keptRows = rows;
        keptStep = step;
        isTaken = false;
    }

    /// <summary>
    /// The first element, as the last training forward left it, for the one backward that may use it up. That the
    /// forward was of this network, with as many rows and at this step, is checked; that inputs and parameters are
    /// still the same is the caller's duty.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="step">The step of the batch.</param>
    /// <exception cref="InvalidOperationException">
    /// The last call that used the workspace was no training forward of this network with as many rows at this step.
    /// What the workspace holds stays for the batch that it is of.
    /// </exception>
    public ref T Take(object network, int rows, long step)
    {
        if (isTaken || !ReferenceEquals(owner, network) || keptRows != rows || keptStep != step)
        {
            string held = keptRows == 0 ? "no forward pass"
                : isTaken ? "a forward pass that an earlier Backward has used, and changed"
                : ReferenceEquals(owner, network) ? Invariant($"one of {keptRows} rows at step {keptStep}") : "one of another network";
            throw new InvalidOperationException(
                Invariant($"Backward was called for a batch of {rows} rows at step {step}, but the workspace holds {held}. ") +
                "Call Forward(batch, outputs, workspace) with the same batch first.");
        }

        isTaken = true;
        return ref buffer.First;
    }

    private AlignedBuffer<T> Allocate(int rows)
    {
        long most = perRow == 0 ? int.MaxValue : Math.Max(0, ((long)AlignedBuffer<T>.MaxLength - shared) / perRow);
        return rows <= most
            ? new(perRow * rows + shared)
            : throw Expect.OutOfRange(nameof(rows), rows, Invariant($"with {perRow} numbers a row and {shared} besides, a workspace holds at most {most}. Use smaller batches."));
    }
}
