using System;

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

    /// <summary>Makes a workspace; networks do so in <see cref="INetwork{T}.CreateWorkspace"/>.</summary>
    /// <param name="perRow">The numbers needed for every row of a batch.</param>
    /// <param name="shared">The numbers needed once.</param>
    /// <param name="rows">The rows to make room for.</param>
    public Workspace(int perRow, int shared, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        this.perRow = perRow;
        this.shared = shared;
        Rows = rows;
        buffer = new AlignedBuffer<T>(checked(perRow * rows + shared));
    }

    /// <summary>The rows there is room for.</summary>
    public int Rows { get; private set; }

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
                $"The workspace has {this.perRow} numbers a row and {this.shared} besides; this network needs {perRow} and {shared}. Make one with its CreateWorkspace.");
        }

        if (rows > Rows)
        {
            buffer = new AlignedBuffer<T>(checked(perRow * rows + shared));
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
    }

    /// <summary>The first element, as the training forward of this batch left it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="step">The step of the batch.</param>
    /// <exception cref="InvalidOperationException">The workspace does not hold a forward pass of this batch.</exception>
    public ref T Kept(object network, int rows, long step)
    {
        if (!ReferenceEquals(owner, network) || keptRows != rows || keptStep != step)
        {
            throw new InvalidOperationException(
                $"Backward was called for a batch of {rows} rows at step {step}, but the workspace holds " +
                (keptRows == 0 ? "no forward pass" : ReferenceEquals(owner, network) ? $"one of {keptRows} rows at step {keptStep}" : "one of another network") +
                ". Call Forward(batch, outputs, workspace) with the same batch first.");
        }

        return ref buffer.First;
    }
}
