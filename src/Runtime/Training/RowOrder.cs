using System;
using NetGen.Randomness;

namespace NetGen.Training;

/// <summary>Puts the rows of an epoch in the order in which they are trained.</summary>
/// <param name="epoch">The epoch, from 0.</param>
/// <param name="rows">The rows, ascending; they are rearranged in place. The same epoch must give the same order every time.</param>
public delegate void RowOrder(int epoch, Span<int> rows);

/// <summary>The usual orders.</summary>
public static class RowOrders
{
    /// <summary>Every epoch as the data lies.</summary>
    public static RowOrder AsGiven { get; } = (_, _) => { };

    /// <summary>Another order every epoch, a function of seed and epoch alone (the shuffle of Durstenfeld, 1964).</summary>
    /// <param name="seed">The seed.</param>
    public static RowOrder Shuffled(ulong seed) => (epoch, rows) =>
    {
        for (int last = rows.Length - 1; last > 0; last--)
        {
            int other = (int)(CounterRandom.Uniform(seed, epoch, last) * (last + 1));
            (rows[last], rows[other]) = (rows[other], rows[last]);
        }
    };
}
