using System;
using NetGen.Randomness;

namespace NetGen.Training;

/// <summary>Puts the rows of an epoch in the order in which they are trained.</summary>
/// <param name="epoch">The epoch, from 0.</param>
/// <param name="rows">The rows, ascending; they are rearranged in place. The same epoch must give the same order every time.</param>
public delegate void RowOrder(int epoch, Span<int> rows);

/// <summary>The usual order.</summary>
public static class RowOrders
{
    /// <summary>Another order every epoch, a function of seed and epoch alone.</summary>
    /// <param name="seed">The seed.</param>
    public static RowOrder Shuffled(ulong seed) => (epoch, rows) => Shuffle.InPlace(rows, seed, Shuffle.OfEpoch(epoch));
}
