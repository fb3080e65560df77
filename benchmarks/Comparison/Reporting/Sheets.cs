using System.Collections.Immutable;
using NetGen.Comparison.Floors;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Reporting;

/// <summary>What was found, as sheets.</summary>
internal static class Sheets
{
    // A quantile of 1/1000 needs more calls than that.
    private const int LeastTail = 2000;
    private const double LeastPresence = 0.9;

    /// <summary>Who takes part, and who is missing.</summary>
    public static Sheet Contestants(IEnumerable<IPeer> ours, IEnumerable<PeerEntry> peers) => new(
        "Contestants", ["contestant", "version"],
        [
            .. ours.Select(contestant => Row(contestant.Name, contestant.Version)),
            .. peers.Select(entry => Row(entry.Name, entry.Peer?.Version ?? $"missing: {entry.Missing}")),
        ],
        [], Numbers: false);

    /// <summary>The table of a contest.</summary>
    public static Sheet Contest(Contest contest) => new Sheet(
        $"{contest.Workload.Name} · {contest.Workload.Shape} · {contest.Workload.Text(contest.Work)}",
        ["", "median", "spread", "two states", "× NetGen", "of FMA peak", "of floor", "p50", "p99.9", "worst"],
        [.. contest.Standings.OrderBy(standing => standing.Times.Median()).Select(standing => Row(contest, standing))],
        [FloorNote(contest.Floor), .. TailNote(contest), .. WorkloadNote(contest.Workload), .. BusyNote(contest.NetGen?.Presence ?? 1), .. contest.Refused.Select(refusal => $"{refusal.Name} {refusal.Reason}.")]).Trimmed();

    /// <summary>Whether NetGen is as fast as it must be.</summary>
    public static Sheet Verdicts(IReadOnlyCollection<Verdict> verdicts) => new(
        "Must", ["work", "against", "must", "is", "verdict"],
        [
            .. verdicts.Select(verdict => Row(
                $"{verdict.Must.Workload} {Word(verdict.Must.Work)}", Against(verdict), $"{Numbers.Ratio(verdict.Must.Ratio)}×",
                verdict.Ratio is double ratio ? $"{Numbers.Ratio(ratio)}×" : "", verdict.Text)),
        ],
        [$"{verdicts.Count(verdict => verdict.Passes)} of {verdicts.Count} pass; {verdicts.Count(verdict => verdict.Ratio is null)} could not be measured."], Numbers: false);

    private static ImmutableArray<string> Row(params ImmutableArray<string> cells) => cells;

    private static ImmutableArray<string> Row(Contest contest, Standing standing)
    {
        Clusters? states = Clusters.Of(standing.Times);
        IReadOnlyList<double> tail = standing.Tail;
        return
        [
            standing.Name,
            Numbers.Time(standing.Times.Median()),
            standing.Times.Count > 1 ? $"{Numbers.Percent(standing.Times.Spread() / standing.Times.Median())}" : "one round",
            states is null ? "" : $"{Numbers.Time(states.Lower)} / {Numbers.Time(states.Upper)}",
            contest.Ratio(standing) is double ratio ? Numbers.Ratio(ratio) : "",
            Numbers.Percent(contest.Floor.Arithmetic / standing.Times.Median()),
            Numbers.Percent(contest.Floor.Nanoseconds / standing.Times.Median()),
            Numbers.Time(tail.Median()),
            tail.Count >= LeastTail ? Numbers.Time(tail.Quantile(0.999)) : "",
            tail.Count > 0 ? Numbers.Time(tail.Max()) : "",
        ];
    }

    /// <summary>A warning where the machine was busy.</summary>
    /// <param name="presence">The processor time that NetGen had, as a share of the time it was measured for.</param>
    public static IEnumerable<string> BusyNote(double presence) => presence < LeastPresence
        ? [$"The machine was busy: NetGen had a core for {Numbers.Percent(presence)} of the time it was measured for. Measure again when it is idle."]
        : [];

    private static string FloorNote(Floor floor) =>
        $"Floor {Numbers.Time(floor.Nanoseconds)}: the larger of {Numbers.Count(floor.Operations)}FLOP at {Numbers.Digits(floor.Peak)} GFLOP/s, {Numbers.Time(floor.Arithmetic)}, " +
        $"and the parameters' traffic at {Numbers.Digits(floor.Bandwidth)} GB/s, {Numbers.Time(floor.Memory)}.";

    private static IEnumerable<string> TailNote(Contest contest) => contest.Work.HasTail()
        ? [$"p50, p99.9 and worst are of single calls, in which reading the clock takes {Numbers.Time(Clock.Nanoseconds)}."]
        : [];

    private static IEnumerable<string> WorkloadNote(Workload workload) => workload.Note is string note ? [note] : [];

    private static string Against(Verdict verdict) =>
        verdict.Must.Against.Length == 1 ? verdict.Must.Against[0]
        : verdict.Peer is null ? $"the fastest of {string.Join(", ", verdict.Must.Against)}"
        : $"{verdict.Peer}, the fastest of {verdict.Must.Against.Length} forms of {verdict.Must.Against[0]}";

    /// <summary>What is done, in a word or two.</summary>
    public static string Word(Work work) => work switch
    {
        Work.PredictRow => "one row",
        Work.PredictBatch => $"{Workloads.PredictedRows} rows",
        Work.Step => "one step",
        _ => "training step",
    };
}
