using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using NetGen.Threading;
using Xunit;

namespace NetGen.Runtime.Tests.Threading;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void EveryPartIsDoneOnce(int count)
    {
        using var workers = new Workers(count);
        for (int parts = 1; parts <= count; parts++)
        {
            var work = new Counting(new int[count]);
            for (int region = 0; region < 100; region++)
            {
                workers.Run(ref work, parts);
            }

            Assert.Equal(Enumerable.Range(0, count).Select(part => part < parts ? 100 : 0), work.Done);
        }
    }

    [Fact]
    public void TheCallingThreadDoesTheFirstPartAndOthersHelp()
    {
        using var workers = new Workers(2);
        var work = new Meeting(new int[2]);

        // The caller waits in its part until somebody else has done the other.
        workers.Run(ref work, 2);

        Assert.Equal(Environment.CurrentManagedThreadId, work.Threads[0]);
        Assert.NotEqual(work.Threads[0], work.Threads[1]);
    }

    [Fact]
    public void ManySmallRegionsWithRandomDelaysAreWhole()
    {
        const int Regions = 100_000;
        using var workers = new Workers(4);
        var random = new Random(1);
        var work = new Delayed(new long[4 * 16], [.. Enumerable.Range(0, 1024).Select(_ => random.Next(8) == 0 ? random.Next(200) : 0)]);
        for (int region = 0; region < Regions; region++)
        {
            work.Region = region;
            int parts = 1 + region % 4;
            workers.Run(ref work, parts);
            if (region % 1000 == 0)
            {
                // Long enough for all to fall asleep.
                Thread.Sleep(1);
            }

            for (int part = 0; part < parts; part++)
            {
                Assert.True(work.Last[16 * part] == region, $"Part {part} of region {region} was not done when the region ended.");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void AnExceptionOfAPartReachesTheCallerWhenAllPartsAreDone(int part)
    {
        using var workers = new Workers(4);
        for (int repetition = 0; repetition < 100; repetition++)
        {
            var work = new Throwing(part, new int[4]);

            var thrown = Assert.Throws<InvalidTimeZoneException>(() => workers.Run(ref work, 4));

            Assert.Equal($"part {part}", thrown.Message);
            Assert.Equal([1, 1, 1, 1], work.Done);
        }

        var next = new Counting(new int[4]);
        workers.Run(ref next, 4);
        Assert.Equal([1, 1, 1, 1], next.Done);
    }

    [Fact]
    public void WorkersServeOneCallAtATime()
    {
        using var workers = new Workers(2);
        var nested = new Nested(workers, who => Start(who));
        var disposing = new Nested(workers, who => who.Dispose());

        string used = Assert.Throws<InvalidOperationException>(() => workers.Run(ref nested, 2)).Message;
        string disposed = Assert.Throws<InvalidOperationException>(() => workers.Run(ref disposing, 2)).Message;

        Assert.StartsWith("The workers are at work for another call. Give each", used);
        Assert.StartsWith("The workers are at work and cannot be disposed. Let the call", disposed);
        Start(workers);
    }

    [Fact]
    public void DisposedWorkersRefuseWorkAndMayBeDisposedAgain()
    {
        var workers = new Workers(3);
        Start(workers);
        workers.Dispose();
        workers.Dispose();

        Assert.StartsWith(
            "The workers are disposed. Make new ones, or give null to work on the calling thread alone.",
            Assert.Throws<ObjectDisposedException>(() => Start(workers)).Message);
        Assert.Equal(3, workers.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(257)]
    public void TheNumberOfThreadsHasLimits(int count)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new Workers(count)).Message;

        Assert.StartsWith($"count is {count}; expected 1 to 256 threads", message);
    }

    [Fact]
    public void ForgottenWorkersAreCollectedAndTheirThreadsEnd()
    {
        (WeakReference workers, Thread thread) = Forget();
        for (int attempt = 0; attempt < 1000 && (workers.IsAlive || thread.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(10);
        }

        Assert.False(workers.IsAlive);
        Assert.False(thread.IsAlive);
    }

    [Fact]
    public void AThreadThatIsInterruptedStillWaitsForItsParts()
    {
        using var workers = new Workers(2);
        using var begun = new ManualResetEventSlim();
        var work = new Slow(begun, new int[2]);
        bool wasInterrupted = false;
        int done = 0;
        var caller = new Thread(() =>
        {
            try
            {
                workers.Run(ref work, 2);
                done = work.Done[1];
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                wasInterrupted = true;
            }
        });
        caller.Start();
        begun.Wait();
        Thread.Sleep(20);
        caller.Interrupt();
        caller.Join();

        Assert.True(wasInterrupted);
        Assert.Equal(1, done);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Workers, Thread Thread) Forget()
    {
        var workers = new Workers(2);
        var work = new Meeting(new int[2]) { Others = new Thread[1] };
        workers.Run(ref work, 2);
        return (new WeakReference(workers), work.Others![0]);
    }

    private static void Start(Workers workers)
    {
        var work = new Counting(new int[workers.Count]);
        workers.Run(ref work, workers.Count);
    }

    private readonly struct Counting(int[] done) : IWork
    {
        public int[] Done => done;

        public void Do(int part, int parts) => Interlocked.Increment(ref done[part]);
    }

    private struct Meeting(int[] threads) : IWork
    {
        public readonly int[] Threads => threads;

        public Thread[]? Others { get; init; }

        public readonly void Do(int part, int parts)
        {
            Volatile.Write(ref threads[part], Environment.CurrentManagedThreadId);
            if (part == 1 && Others is not null)
            {
                Others[0] = Thread.CurrentThread;
            }

            while (Volatile.Read(ref threads[1 - part]) == 0)
            {
                Thread.Yield();
            }
        }
    }

    private struct Delayed(long[] last, int[] delays) : IWork
    {
        public int Region { get; set; }

        public readonly long[] Last => last;

        public readonly void Do(int part, int parts)
        {
            Thread.SpinWait(delays[(Region * 7 + part) & 1023]);
            last[16 * part] = Region;
        }
    }

    private readonly struct Throwing(int thrower, int[] done) : IWork
    {
        public int[] Done => done;

        public void Do(int part, int parts)
        {
            Thread.SpinWait(part * 50);
            Interlocked.Increment(ref done[part]);
            if (part == thrower)
            {
                throw new InvalidTimeZoneException($"part {part}");
            }
        }
    }

    private readonly struct Nested(Workers workers, Action<Workers> call) : IWork
    {
        public void Do(int part, int parts)
        {
            if (part == 0)
            {
                call(workers);
            }
        }
    }

    private readonly struct Slow(ManualResetEventSlim begun, int[] done) : IWork
    {
        public int[] Done => done;

        public void Do(int part, int parts)
        {
            if (part == 0)
            {
                // Not by waiting: an interruption that comes while the caller still does its own part is its to hear.
                while (!begun.IsSet)
                {
                    Thread.Yield();
                }
            }
            else
            {
                begun.Set();
                Thread.Sleep(100);
                done[part] = 1;
            }
        }
    }
}
