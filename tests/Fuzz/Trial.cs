using System.Diagnostics;

namespace NetGen.Fuzz;

/// <summary>Makes one input and has it read.</summary>
internal static class Trial
{
    /// <summary>How long reading an input may take before it counts as a hang.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What reading may allocate: inputs unpack to 4 MiB at most and promise far more, so trust in a promise shows.</summary>
    public const long MostAllocated = 64 << 20;

    public static Outcome Of(IReader reader, ulong seed, long index)
    {
        var draws = new Draws(seed, reader.Stream, index);
        Sample sample = reader.Make(draws);
        Exception? error = null;
        long start = Stopwatch.GetTimestamp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            reader.Read(sample.Bytes, draws);
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return new(index, sample.Bytes.Length, error, Failure(sample, error, allocated, time), allocated, time);
    }

    private static string? Failure(Sample sample, Exception? error, long allocated, TimeSpan time) =>
        error is not null and not InvalidDataException ? $"{error.GetType().Name}: {Pattern.Of(error)}"
        : error is not null && sample.IsRight ? $"a right file is refused: {Pattern.Of(error)}"
        : allocated > MostAllocated ? "too much memory"
        : time > Patience ? "too slow"
        : null;
}
