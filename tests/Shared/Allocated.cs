using System;

namespace NetGen.Tests.Support;

/// <summary>What a call allocates on the thread that makes it.</summary>
internal static class Allocated
{
    private const int Rounds = 5;

    /// <summary>
    /// The bytes of a warm call: the least of several rounds, for a collection that another thread starts counts what it leaves
    /// unused of this one's memory as allocated, and what a call allocates, it allocates every time.
    /// </summary>
    public static long Bytes(Action call)
    {
        call();
        long bytes = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return bytes;
    }
}
