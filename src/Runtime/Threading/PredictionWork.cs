using System;

namespace NetGen.Threading;

/// <summary>
/// The prediction of many rows, divided into runs of rows. None is a single row unless there is but one: a row alone
/// takes another path through a network, with other roundings.
/// </summary>
internal readonly unsafe struct PredictionWork<T>(INetwork<T> network, int rows, int inputSize, T* inputs, int outputSize, T* outputs) : IWork
    where T : unmanaged
{
    public void Do(int part, int parts)
    {
        int first = Start(part, parts);
        int count = Start(part + 1, parts) - first;
        if (count > 0)
        {
            network.Forward(
                new ReadOnlySpan<T>(inputs + (nint)first * inputSize, count * inputSize),
                new Span<T>(outputs + (nint)first * outputSize, count * outputSize));
        }
    }

    /// <summary>Where a run starts: at an even row, the last but one left out.</summary>
    private int Start(int part, int parts) => part == parts ? rows : (int)Math.Min(Division.Start(rows, part, parts), Math.Max(0, rows - 2)) & ~1;
}
