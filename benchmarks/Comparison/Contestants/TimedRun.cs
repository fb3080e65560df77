using System.Diagnostics;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Contestants;

/// <summary>A task of this process, timed.</summary>
/// <param name="task">The task.</param>
/// <param name="held">What the task holds, and is disposed with the run.</param>
internal sealed class TimedRun<TTask>(TTask task, IDisposable? held = null) : IRun
    where TTask : struct, ITask
{
    private int next;

    public double Measure(int calls)
    {
        int batch = next;
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            task.Do(batch);
            batch = batch + 1 < task.Batches ? batch + 1 : 0;
        }

        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
        next = batch;
        return nanoseconds;
    }

    public void Latencies(Span<double> nanoseconds)
    {
        double tick = 1e9 / Stopwatch.Frequency;
        for (int call = 0; call < nanoseconds.Length; call++)
        {
            long start = Stopwatch.GetTimestamp();
            task.Do(next);
            nanoseconds[call] = (Stopwatch.GetTimestamp() - start) * tick;
            next = next + 1 < task.Batches ? next + 1 : 0;
        }
    }

    public float[] Predict(ReadOnlySpan<float> row) => task.Predict(row);

    public void Dispose() => held?.Dispose();
}
