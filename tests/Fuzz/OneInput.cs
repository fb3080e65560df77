namespace NetGen.Fuzz;

/// <summary>Shows one input and what became of it, to find out why.</summary>
internal static class OneInput
{
    private const int Shown = 1024;

    public static int Show(IReader reader, ulong seed, long index)
    {
        byte[] bytes = reader.Make(new Draws(seed, reader.Stream, index)).Bytes;
        Console.WriteLine($"{reader.Name}, seed {seed}, input {index}: {bytes.Length} bytes{(bytes.Length > Shown ? $", the first {Shown} of them" : "")}");
        Console.WriteLine(Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, Shown))));
        Outcome outcome = Trial.Of(reader, seed, index);
        Console.WriteLine(outcome.Error?.ToString() ?? "read fine");
        Console.WriteLine(FormattableString.Invariant($"{outcome.Allocated:N0} bytes allocated, {outcome.Time.TotalMilliseconds:F1} ms"));
        Console.WriteLine(outcome.Failure is null ? "no failure" : $"FAILURE {outcome.Failure}");
        return outcome.Failure is null ? 0 : 1;
    }
}
