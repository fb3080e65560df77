using System;
using System.Collections.Generic;
using System.Threading;

namespace ILGPU.Execution;

/// <summary>
/// Runs kernels as they are, a thread for each work-item of a group, of which one runs at a time. At a barrier, or at
/// its end, each hands on to the next.
/// </summary>
internal sealed class ThreadCrew : IDisposable
{
    private const int StackBytes = 256 * 1024;

    private readonly List<Worker> workers = [];
    private readonly SemaphoreSlim ended = new(0);
    private readonly Queue<int> turns = [];
    private WorkGroup group = null!;
    private Action kernel = null!;
    private int arrived, done, running;
    private long barriers;
    private Exception? failure;

    /// <summary>Runs a group.</summary>
    /// <param name="next">The group.</param>
    /// <param name="call">Calls the kernel.</param>
    /// <param name="name">The kernel's name.</param>
    /// <returns>The barriers that the group met at.</returns>
    /// <exception cref="KernelFailed">A work-item failed, or missed a barrier that others reach.</exception>
    public long Run(WorkGroup next, Action call, string name)
    {
        while (workers.Count < next.Size)
        {
            workers.Add(new Worker(this, workers.Count));
        }

        (group, kernel, arrived, done, barriers, failure) = (next, call, 0, 0, 0, null);
        Deal();
        HandOn();
        ended.Wait();
        return failure is null ? barriers : throw new KernelFailed(name, group.Index, running, failure);
    }

    public void Dispose() => workers.ForEach(worker => worker.End());

    private void Deal()
    {
        foreach (int index in group.Turns.Next())
        {
            turns.Enqueue(index);
        }
    }

    /// <summary>The running work-item stands still.</summary>
    private void Stop(bool atBarrier)
    {
        (arrived, done) = atBarrier ? (arrived + 1, done) : (arrived, done + 1);
        if (turns.Count == 0 && arrived > 0)
        {
            failure ??= done == 0 ? null : KernelFailed.OfBarrier(arrived, group.Size);
            (arrived, barriers) = (0, barriers + 1);
            Deal();
        }

        HandOn();
    }

    private void HandOn()
    {
        if (failure is null && turns.TryDequeue(out int index))
        {
            running = index;
            workers[index].Resume();
        }
        else if (workers.Find(worker => worker.Waits) is { } stuck)
        {
            stuck.Resume();
        }
        else
        {
            turns.Clear();
            ended.Release();
        }
    }

    private sealed class Worker : WorkItem
    {
        private readonly SemaphoreSlim turn = new(0);
        private readonly ThreadCrew crew;
        private bool ends;

        public Worker(ThreadCrew crew, int index)
        {
            this.crew = crew;
            Index = index;
            new Thread(Work, StackBytes) { IsBackground = true, Name = $"Work-item {index}" }.Start();
        }

        /// <summary>Whether it stands at a barrier.</summary>
        public bool Waits { get; private set; }

        public override void Barrier()
        {
            Waits = true;
            crew.Stop(atBarrier: true);
            turn.Wait();
            Waits = false;
            if (crew.failure is not null)
            {
                throw new AbandonedException();
            }
        }

        public void Resume() => turn.Release();

        public void End()
        {
            ends = true;
            turn.Release();
        }

        private void Work()
        {
            Current = this;
            while (true)
            {
                turn.Wait();
                if (ends)
                {
                    return;
                }

                Group = crew.group;
                try
                {
                    crew.kernel();
                }
                catch (AbandonedException)
                {
                    crew.HandOn();
                    continue;
                }
                catch (Exception exception)
                {
                    crew.failure = exception;
                }

                crew.Stop(atBarrier: false);
            }
        }
    }

    private sealed class AbandonedException : Exception;
}
