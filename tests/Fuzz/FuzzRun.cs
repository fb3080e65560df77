using System.Diagnostics;

namespace NetGen.Fuzz;

/// <summary>Has a reader read many inputs, on a thread that is given up where an input does not end.</summary>
internal sealed class FuzzRun(IReader reader, ulong seed)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private long current;
    private long started;

    /// <summary>Runs the inputs 0 to inputs − 1, or fewer where it is stopped or an input does not end.</summary>
    public Tally Run(long inputs, Action<Tally>? progress = null, CancellationToken stop = default)
    {
        var tally = new Tally();
        Volatile.Write(ref started, Stopwatch.GetTimestamp());
        var work = new Thread(() => Work(inputs, tally, stop)) { IsBackground = true, Name = $"fuzz {reader.Name}" };
        work.Start();
        while (!work.Join(Glance))
        {
            long index = Volatile.Read(ref current);
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref started)) > 2 * Trial.Patience && index == Volatile.Read(ref current))
            {
                tally.AddHang(index);
                break;
            }

            progress?.Invoke(tally);
        }

        return tally;
    }

    private void Work(long inputs, Tally tally, CancellationToken stop)
    {
        for (long index = 0; index < inputs && !stop.IsCancellationRequested; index++)
        {
            Volatile.Write(ref started, Stopwatch.GetTimestamp());
            Volatile.Write(ref current, index);
            tally.Add(Trial.Of(reader, seed, index));
        }
    }
}
