using System.Globalization;

namespace NetGen.Fuzz;

/// <summary>A tally for people.</summary>
internal static class Table
{
    public static void Write(TextWriter to, IReader reader, ulong seed, Tally tally, TimeSpan time)
    {
        to.WriteLine(FormattableString.Invariant($"{reader.Name}: {tally.Count:N0} inputs of seed {seed} in {time.TotalSeconds:F1} s"));
        Row(to, tally.Fine, tally.Count, "read fine");
        foreach ((string pattern, long count) in tally.Refused.OrderByDescending(row => row.Value).ThenBy(row => row.Key, StringComparer.Ordinal))
        {
            Row(to, count, tally.Count, pattern);
        }

        foreach ((string failure, (long count, long first)) in tally.Failures)
        {
            Row(to, count, tally.Count, $"FAILURE {failure}; again: --reader {reader.Name} --seed {seed} --only {first}");
        }

        to.WriteLine($"  {tally.Refused.Count} kinds of refusal, {tally.Failures.Values.Sum(failure => failure.Count)} failures");
        if (tally is { MostAllocated: { } most, Slowest: { } slowest })
        {
            to.WriteLine(FormattableString.Invariant($"  most allocated {most.Allocated:N0} bytes (input {most.Index} of {most.Size:N0} bytes), slowest {slowest.Time.TotalMilliseconds:F1} ms (input {slowest.Index})"));
        }

        to.WriteLine();
    }

    private static void Row(TextWriter to, long count, long all, string what) =>
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10:N0} {100.0 * count / Math.Max(all, 1),6:F2}%  {what}"));
}
