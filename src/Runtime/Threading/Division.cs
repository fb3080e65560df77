using System;

namespace NetGen.Threading;

/// <summary>Divides work over workers where that is worth it.</summary>
internal static class Division
{
    /// <summary>The multiplications that are worth a thread: some 2 µs.</summary>
    public const long LeastProducts = 100_000;

    /// <summary>The numbers that are worth a thread, copied or added once, one after another: as long.</summary>
    public const long LeastCopies = 16_384;

    /// <summary>The numbers that are worth a thread, transposed, pooled or normalized: as long.</summary>
    public const long LeastElements = 8_000;

    /// <summary>Where a part starts when a length is divided evenly; part <paramref name="parts"/> starts at its end.</summary>
    public static long Start(long length, int part, int parts) => length * part / parts;

    /// <summary>Does some work in as many parts as there are threads, or in fewer, so that each is worth a thread.</summary>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    /// <param name="work">The work.</param>
    /// <param name="amount">How much there is to do.</param>
    /// <param name="least">How much is worth a thread.</param>
    public static void Run<TWork>(Workers? workers, ref TWork work, long amount, long least)
        where TWork : struct, IWork
    {
        long parts = workers is null ? 1 : Math.Min(workers.Count, amount / least);
        if (parts > 1)
        {
            workers!.Run(ref work, (int)parts);
        }
        else
        {
            work.Do(0, 1);
        }
    }
}
