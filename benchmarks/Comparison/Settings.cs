using System.Collections.Immutable;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison;

/// <summary>What to compare.</summary>
internal sealed record Settings
{
    public ImmutableArray<Workload> Workloads { get; init; } = Comparison.Workloads.All;

    public ImmutableArray<Work> Works { get; init; } = [.. Enum.GetValues<Work>()];

    public int Rounds { get; init; } = 15;

    public int Threads { get; init; } = 1;

    /// <summary>The random networks of the sweep; 0 for none.</summary>
    public int Sweep { get; init; }

    public ulong Seed { get; init; }

    /// <summary>Whether to compare the forms of vectors that NetGen has, instead of contestants.</summary>
    public bool Forms { get; init; }

    /// <summary>Whether this process is one of those that measure a form.</summary>
    public bool InOneForm { get; init; }

    /// <summary>The file for Markdown.</summary>
    public string? Markdown { get; init; }

    public Pace Pace { get; init; } = Pace.Full;

    public Pace SweepPace { get; init; } = Pace.Brisk;
}
