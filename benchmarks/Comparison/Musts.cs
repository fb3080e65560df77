using System.Collections.Immutable;
using System.Globalization;
using NetGen.Comparison.Contestants;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Peers.OnnxRuntime;
using static NetGen.Comparison.Peers.Peers;

namespace NetGen.Comparison;

/// <summary>How many times as fast as a peer NetGen must be.</summary>
/// <param name="Workload">The network's name.</param>
/// <param name="Work">What is timed.</param>
/// <param name="Against">The peers, of whom the fastest counts.</param>
/// <param name="Ratio">The least ratio.</param>
internal sealed record Must(string Workload, Work Work, ImmutableArray<string> Against, double Ratio)
{
    /// <summary>The verdict of a contest, or null where it is about something else.</summary>
    public Verdict? Judge(Contest contest)
    {
        if (contest.Workload.Name != Workload || contest.Work != Work)
        {
            return null;
        }

        Standing? fastest = contest.Standings.Where(standing => Against.Contains(standing.Name)).MinBy(standing => standing.Times.Median());
        return new(this, fastest?.Name, fastest is null ? null : contest.Ratio(fastest));
    }
}

/// <summary>Whether NetGen is as fast as it must be.</summary>
/// <param name="Must">What it must.</param>
/// <param name="Peer">The fastest of the peers; null where none was measured.</param>
/// <param name="Ratio">How many times as fast it is; null where one of both was not measured.</param>
internal sealed record Verdict(Must Must, string? Peer, double? Ratio)
{
    public bool Passes => Ratio >= Must.Ratio;

    public string Text => Ratio is double ratio
        ? Passes ? "PASS" : string.Create(CultureInfo.InvariantCulture, $"short by {100 * (1 - ratio / Must.Ratio):F1} %")
        : "not measured";
}

/// <summary>What is asked of NetGen, network by network.</summary>
internal static class Musts
{
    // The forms in which PyTorch differentiates. One whose backward pass is written by hand is in the tables as well.
    private static readonly ImmutableArray<string> Fastest = [Eager, NativeAutograd];

    /// <summary>What is asked of one thread, or of four against one.</summary>
    public static ImmutableArray<Must> Of(int threads) => threads switch
    {
        1 => OneThread,
        4 => [new("W4", Work.Train, [CompiledContestant.Alone], 3.2)],
        _ => [],
    };

    private static ImmutableArray<Must> OneThread { get; } =
    [
        new("W1", Work.PredictRow, [OnnxRuntimePeer.PeerName], 45),
        new("W2", Work.PredictRow, [OnnxRuntimePeer.PeerName], 19),
        new("W3", Work.PredictRow, [OnnxRuntimePeer.PeerName], 2.0),
        new("W4", Work.PredictRow, [OnnxRuntimePeer.PeerName], 1.08),
        new("W5", Work.PredictRow, [OnnxRuntimePeer.PeerName], 2.0),
        new("W3", Work.PredictBatch, [OnnxRuntimePeer.PeerName], 1.0),
        new("W4", Work.PredictBatch, [OnnxRuntimePeer.PeerName], 1.0),
        new("W5", Work.PredictBatch, [OnnxRuntimePeer.PeerName], 2.0),
        new("W1", Work.Train, [Eager], 120),
        new("W1", Work.Train, Fastest, 40),
        new("W2", Work.Train, [Eager], 35),
        new("W2", Work.Train, Fastest, 12),
        new("W3", Work.Train, [Eager], 2.7),
        new("W3", Work.Train, Fastest, 2.0),
        new("W4", Work.Train, [Eager], 1.2),
        new("W4", Work.Train, Fastest, 1.2),
        new("W5", Work.Train, Fastest, 3.0),
        new("W6-8", Work.Step, [OnnxRuntimePeer.PeerName], 60),
        new("W6-32", Work.Step, [OnnxRuntimePeer.PeerName], 34),
        new("W6-64", Work.Step, [OnnxRuntimePeer.PeerName], 13),
    ];
}
