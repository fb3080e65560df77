using System.Diagnostics;

namespace NetGen.Fuzz;

/// <summary>Runs readers one after another and prints a table for each, also where Ctrl-C ends it early.</summary>
internal static class Session
{
    public static int Run(IReadOnlyList<IReader> readers, ulong seed, long inputs)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };

        bool failed = false;
        foreach (IReader reader in readers.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            long start = Stopwatch.GetTimestamp();
            Tally tally = new FuzzRun(reader, seed).Run(inputs, new ProgressLine(reader, inputs).Show, stop.Token);
            Table.Write(Console.Out, reader, seed, tally, Stopwatch.GetElapsedTime(start));
            failed |= tally.Failures.Count > 0;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"peak working set {self.PeakWorkingSet64 / (double)(1 << 20):F0} MiB"));
        return failed ? 1 : 0;
    }
}
