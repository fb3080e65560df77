using System.Linq;
using NetGen.Kernels;

namespace NetGen.Data;

/// <summary>Random orders, the same on every machine.</summary>
internal static class Shuffle
{
    /// <summary>The stream of random numbers that splits draw rows from.</summary>
    public const int Split = -1;

    /// <summary>The stream of random numbers that stratified splits draw the turns of classes from.</summary>
    public const int Classes = -2;

    /// <summary>The numbers from 0 to below count in random order (R. Durstenfeld, "Algorithm 235", 1964).</summary>
    public static int[] Order(int count, ulong seed, int stream)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int last = count - 1; last > 0; last--)
        {
            int other = (int)(CounterRandom.Uniform(seed, stream, last) * (last + 1));
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }
}
