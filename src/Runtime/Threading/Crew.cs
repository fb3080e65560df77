using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace NetGen.Threading;

/// <summary>The threads of <see cref="Workers"/> and how they come to work and rest.</summary>
internal sealed unsafe class Crew
{
    /// <summary>
    /// How often one looks out before it sleeps, about 40 ns each: longer than what the caller does alone between two
    /// regions, and as long as it would take the caller to wake two threads that sleep (45 µs each on a virtual machine).
    /// </summary>
    private const int MostLooks = 2500;

    private readonly Thread[] threads;
    private readonly Post[] posts;
    private readonly AutoResetEvent[] wakers;
    private readonly AutoResetEvent done = new(false);
    private readonly int mostLooks;
    private bool isStopping;

    // The region; written before its posts open, read by who has begun one of them.
    private void* work;
    private delegate*<void*, int, int, void> body;
    private int parts;
    private Exception? failure;

    public Crew(int count)
    {
        Count = count;
        mostLooks = Environment.ProcessorCount < count ? 0 : MostLooks;
        posts = new Post[count];
        wakers = new AutoResetEvent[count];
        threads = new Thread[count];
        try
        {
            for (int part = 1; part < count; part++)
            {
                int own = part;
                wakers[part] = new AutoResetEvent(false);
                threads[part] = new Thread(() => Serve(own)) { IsBackground = true, Name = $"NetGen worker {own}" };
                threads[part].Start();
            }
        }
        catch
        {
            // The machine gives no more threads: those that have begun would wait for ever.
            Stop();
            throw;
        }
    }

    public int Count { get; }

    public void Stop()
    {
        Volatile.Write(ref isStopping, true);
        for (int part = 1; part < Count; part++)
        {
            wakers[part]?.Set();
        }
    }

    public void Join()
    {
        for (int part = 1; part < Count; part++)
        {
            threads[part].Join();
            wakers[part].Dispose();
        }

        done.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TWork>(ref TWork work, int parts)
        where TWork : struct, IWork
    {
        // The work does not move while this method runs, wherever the caller has it.
        fixed (void* pointer = &Unsafe.As<TWork, byte>(ref work))
        {
            this.work = pointer;
            body = &Do<TWork>;
            this.parts = parts;
            for (int part = 1; part < parts; part++)
            {
                if (Interlocked.Exchange(ref posts[part].State, Post.Open) == Post.Asleep)
                {
                    wakers[part].Set();
                }
            }

            Try(0);
            for (int part = 1; part < parts; part++)
            {
                if (Interlocked.CompareExchange(ref posts[part].State, Post.Idle, Post.Open) == Post.Open)
                {
                    Try(part);
                }
            }

            for (int part = 1; part < parts; part++)
            {
                Await(ref posts[part].State);
            }
        }

        if (failure is not null)
        {
            Exception first = failure;
            failure = null;
            ExceptionDispatchInfo.Throw(first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Do<TWork>(void* work, int part, int parts)
        where TWork : struct, IWork => Unsafe.AsRef<TWork>(work).Do(part, parts);

    // Whatever happens, others may still be at the work: nothing leaves before they are done.
    private void Try(int part)
    {
        try
        {
            body(work, part, parts);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref failure, exception, null);
        }
    }

    /// <summary>The caller waits for a part that its worker has begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Await(ref int state)
    {
        for (int look = 0; Volatile.Read(ref state) == Post.Begun; look++)
        {
            if (look < mostLooks)
            {
                Thread.SpinWait(1);
            }
            else if (Interlocked.CompareExchange(ref state, Post.Awaited, Post.Begun) == Post.Begun)
            {
                Sleep(ref state);
            }
        }
    }

    private void Sleep(ref int state)
    {
        bool isInterrupted = false;
        while (Volatile.Read(ref state) == Post.Awaited)
        {
            try
            {
                done.WaitOne();
            }
            catch (ThreadInterruptedException)
            {
                isInterrupted = true;
            }
        }

        if (isInterrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    /// <summary>A worker does its part whenever there is one, until the crew is stopped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Serve(int part)
    {
        ref int state = ref posts[part].State;
        int looks = 0;
        while (!Volatile.Read(ref isStopping))
        {
            if (Volatile.Read(ref state) == Post.Open && Interlocked.CompareExchange(ref state, Post.Begun, Post.Open) == Post.Open)
            {
                Try(part);
                if (Interlocked.Exchange(ref state, Post.Idle) == Post.Awaited)
                {
                    done.Set();
                }

                looks = 0;
            }
            else if (looks < mostLooks)
            {
                Thread.SpinWait(1);
                looks++;
            }
            else if (Interlocked.CompareExchange(ref state, Post.Asleep, Post.Idle) == Post.Idle)
            {
                wakers[part].WaitOne();
                looks = 0;
            }
        }
    }
}
