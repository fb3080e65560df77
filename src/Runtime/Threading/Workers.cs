using System;
using System.Threading;
using static System.FormattableString;

namespace NetGen.Threading;

/// <summary>
/// Threads that share the work of one training or prediction: the thread that calls, and others in the background that
/// wait for work. They allocate nothing while they work, once each has taken part: scratch of a batch is kept by the thread.
/// </summary>
/// <remarks>
/// <para>The results are the same bits whatever the number of threads: every number is computed by one of them, in the
/// order in which one alone would.</para>
/// <para>Who makes workers owns and disposes them; one set may serve one call after another, of any network, but not
/// two at a time. Threads that have no work wait awake for a tenth of a millisecond, then sleep. Where a process has fewer
/// cores than threads, the calling thread does what no other has begun, and waits for nobody who is asleep.</para>
/// <para>What would take one thread less than some microseconds it does alone, so small networks gain nothing in
/// training.</para>
/// </remarks>
public sealed class Workers : IDisposable
{
    /// <summary>The most threads.</summary>
    public const int MostCount = 256;

    private const int Free = 0;
    private const int Busy = 1;
    private const int Disposed = 2;

    // The threads know the crew and not this object, so that one which is forgotten is collected, and its threads end.
    private readonly Crew crew;
    private int state;

    /// <summary>Starts threads that wait for work.</summary>
    /// <param name="count">The threads in all, the calling one included: 1 to <see cref="MostCount"/>. More than there are cores slow each other down.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public Workers(int count)
    {
        if (count is < 1 or > MostCount)
        {
            throw Expect.OutOfRange(nameof(count), count, Invariant($"expected 1 to {MostCount} threads, such as Environment.ProcessorCount."));
        }

        crew = new Crew(count);
    }

    /// <summary>Ends the threads of workers that were forgotten.</summary>
    ~Workers() => crew?.Stop();

    /// <summary>The threads, the calling one included.</summary>
    public int Count => crew.Count;

    /// <summary>Ends the threads.</summary>
    /// <exception cref="InvalidOperationException">They are at work.</exception>
    public void Dispose()
    {
        switch (Interlocked.CompareExchange(ref state, Disposed, Free))
        {
            case Busy:
                throw new InvalidOperationException("The workers are at work and cannot be disposed. Let the call that uses them return first.");
            case Free:
                GC.SuppressFinalize(this);
                crew.Stop();
                crew.Join();
                break;
        }
    }

    /// <summary>Does all parts of some work, one on each thread, and returns when all are done.</summary>
    /// <param name="work">The work; it stays where it is until all parts are done.</param>
    /// <param name="parts">The parts, 1 to <see cref="Count"/>. A part falls to the same thread every time where that one is awake.</param>
    /// <exception cref="InvalidOperationException">The workers are at work already.</exception>
    /// <exception cref="ObjectDisposedException">The workers are disposed.</exception>
    internal void Run<TWork>(ref TWork work, int parts)
        where TWork : struct, IWork
    {
        int before = Interlocked.CompareExchange(ref state, Busy, Free);
        if (before != Free)
        {
            if (before == Disposed)
            {
                throw new ObjectDisposedException(nameof(Workers), "The workers are disposed. Make new ones, or give null to work on the calling thread alone.");
            }

            throw new InvalidOperationException("The workers are at work for another call. Give each training or prediction that runs at the same time workers of its own.");
        }

        try
        {
            crew.Run(ref work, parts);
        }
        finally
        {
            Volatile.Write(ref state, Free);
        }
    }
}
