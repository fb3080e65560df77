using System;

namespace NetGen.Randomness;

/// <summary>Random orders, the same on every machine (R. Durstenfeld, "Algorithm 235", 1964).</summary>
internal static class Shuffle
{
    /// <summary>The stream of random numbers that splits draw rows from.</summary>
    public const int Split = -1;

    /// <summary>The stream of random numbers that stratified splits draw the turns of classes from.</summary>
    public const int Classes = -2;

    /// <summary>The stream of random numbers that the folds of a cross-validation draw rows from.</summary>
    public const int Folds = -3;

    /// <summary>The stream of random numbers that learning curves draw rows from.</summary>
    public const int Curve = -4;

    /// <summary>The stream of random numbers that bootstrap samples draw rows from.</summary>
    public const int Bootstrap = -5;

    /// <summary>The stream of random numbers that a search draws its trials from.</summary>
    public const int Search = -6;

    /// <summary>The stream that an epoch's order is drawn from; weights are drawn from those from 0 on.</summary>
    public static int OfEpoch(int epoch) => int.MinValue + epoch;

    /// <summary>The numbers from 0 to below count in random order.</summary>
    public static int[] Order(int count, ulong seed, int stream)
    {
        int[] order = new int[count];
        for (int index = 0; index < count; index++)
        {
            order[index] = index;
        }

        InPlace(order, seed, stream);
        return order;
    }

    public static void InPlace(Span<int> order, ulong seed, int stream)
    {
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = (int)(CounterRandom.Uniform(seed, stream, last) * (last + 1));
            (order[last], order[other]) = (order[other], order[last]);
        }
    }
}
