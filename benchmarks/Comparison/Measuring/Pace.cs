namespace NetGen.Comparison.Measuring;

/// <summary>How long things are measured.</summary>
/// <param name="Burst">The least time of one measurement; calls that take longer are measured one by one.</param>
/// <param name="WarmUp">The least time before the first one: compiled code is replaced by optimized code on the way.</param>
/// <param name="Longest">The most time to spend on all measurements of a contestant that is slow.</param>
/// <param name="Tail">The single calls of a round whose times make the tail.</param>
internal sealed record Pace(TimeSpan Burst, TimeSpan WarmUp, TimeSpan Longest, int Tail)
{
    public static Pace Full { get; } = new(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(4), Tail: 2000);

    /// <summary>For hundreds of networks.</summary>
    public static Pace Brisk { get; } = Full with { WarmUp = TimeSpan.FromMilliseconds(200), Tail = 0 };
}
