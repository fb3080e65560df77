using System;
using System.Linq;
using NetGen.Comparison.Floors;
using NetGen.Comparison.Peers;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class MustTests
{
    private static readonly Workload Network = Workloads.All.Single(workload => workload.Name == "W3");

    [Theory]
    [InlineData(200, "PASS")]
    [InlineData(230, "PASS")]
    [InlineData(190, "short by 5.0 %")]
    [InlineData(50, "short by 75.0 %")]
    public void A_ratio_passes_from_its_must_on_and_is_short_by_a_share_of_it(double theirs, string text)
    {
        Verdict verdict = Judge(new("W3", Work.Train, ["PyTorch"], 2.0), ("NetGen", 100), ("PyTorch", theirs));

        Assert.Equal(text, verdict.Text);
        Assert.Equal(text == "PASS", verdict.Passes);
    }

    [Fact]
    public void Of_several_peers_the_fastest_counts()
    {
        Verdict verdict = Judge(new("W3", Work.Train, ["PyTorch", "libtorch"], 2.0), ("NetGen", 100), ("PyTorch", 300), ("libtorch", 150), ("ONNX Runtime", 20));

        Assert.Equal(("libtorch", 1.5), (verdict.Peer, verdict.Ratio));
    }

    [Theory]
    [InlineData("NetGen")]
    [InlineData("PyTorch")]
    public void Without_both_there_is_no_verdict(string alone)
    {
        Verdict verdict = Judge(new("W3", Work.Train, ["PyTorch"], 2.0), (alone, 100));

        Assert.Equal(("not measured", false), (verdict.Text, verdict.Passes));
    }

    [Fact]
    public void A_contest_is_judged_by_its_own_must_alone()
    {
        Assert.Null(new Must("W4", Work.Train, ["PyTorch"], 2.0).Judge(Contest(("NetGen", 1), ("PyTorch", 1))));
        Assert.Null(new Must("W3", Work.PredictRow, ["PyTorch"], 2.0).Judge(Contest(("NetGen", 1), ("PyTorch", 1))));
    }

    [Fact]
    public void A_ratio_is_the_median_of_rounds_so_that_a_slow_phase_of_the_machine_cancels()
    {
        var ours = new Standing("NetGen", [100, 100, 200, 200, 200], []);
        var theirs = new Standing("PyTorch", [300, 300, 600, 600, 100], []);
        var contest = new Contest(Network, Work.Train, Floor(), [ours, theirs], []);

        Assert.Equal(3, contest.Ratio(theirs));
    }

    [Fact]
    public void Every_must_is_of_a_network_there_is() =>
        Assert.All(Musts.Of(threads: 1).AddRange(Musts.Of(threads: 4)), must => Assert.Contains(Workloads.All, workload => workload.Name == must.Workload));

    [Fact]
    public void The_declared_networks_are_the_workloads()
    {
        Assert.All(Workloads.All, workload =>
        {
            INetwork<float> network = workload.Name switch { "W1" => new W1(), "W2" => new W2(), "W3" => new W3(), _ => new W4() };
            Assert.Equal(workload.Describe().Fingerprint, network.Description.Fingerprint);
            Assert.Equal(network.Description.ParameterCount, workload.ParameterCount());
        });
    }

    [Theory]
    [InlineData(nameof(Work.PredictRow), 2 * 101_632)]
    [InlineData(nameof(Work.PredictBatch), 64 * 2 * 101_632)]
    [InlineData(nameof(Work.Train), 64 * 2 * (101_632 + 101_632 + 1280))] // forward, dW, dX of the second layer
    public void Operations_are_those_of_the_matrix_products(string work, double operations) =>
        Assert.Equal(operations, Cost.Operations(Network, Enum.Parse<Work>(work), Network.Rows(Enum.Parse<Work>(work))));

    private static Verdict Judge(Must must, params (string Name, double Time)[] standings) => must.Judge(Contest(standings))!;

    private static Contest Contest(params (string Name, double Time)[] standings) =>
        new(Network, Work.Train, Floor(), [.. standings.Select(standing => new Standing(standing.Name, [standing.Time, standing.Time], []))], []);

    private static Floor Floor() => new(Network, Work.Train, rows: 1, threads: 1);
}
