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

    [Theory]
    [InlineData("W5", nameof(Work.PredictRow), "ONNX Runtime", 2)]
    [InlineData("W5", nameof(Work.PredictBatch), "ONNX Runtime", 2)]
    [InlineData("W5", nameof(Work.Train), "PyTorch", 3)]
    [InlineData("W6-8", nameof(Work.Step), "ONNX Runtime", 60)]
    [InlineData("W6-32", nameof(Work.Step), "ONNX Runtime", 34)]
    [InlineData("W6-64", nameof(Work.Step), "ONNX Runtime", 13)]
    public void Images_and_streams_have_their_musts(string workload, string work, string against, double ratio)
    {
        Must must = Assert.Single(Musts.Of(threads: 1), must => must.Workload == workload && must.Work == Enum.Parse<Work>(work));

        Assert.Equal((against, ratio), (must.Against[0], must.Ratio));
    }

    [Fact]
    public void A_must_is_of_a_work_that_is_done_on_its_network() =>
        Assert.All(Musts.Of(threads: 1), must => Assert.True(Workloads.All.Single(workload => workload.Name == must.Workload).Does(must.Work)));

    [Theory]
    [InlineData("W1", 386)]
    [InlineData("W2", 3075)]
    [InlineData("W3", 101_770)]
    [InlineData("W4", 669_706)]
    [InlineData("W5", 61_706)]
    [InlineData("W6-8", 264)]
    [InlineData("W6-32", 3360)]
    [InlineData("W6-64", 12_864)]
    public void A_network_has_the_parameters_of_its_kind(string name, int parameters)
    {
        Workload workload = Workloads.All.Single(workload => workload.Name == name);

        Assert.Equal(parameters, workload.Network.ParameterCount);
        Assert.Equal(parameters, Problems.Of(workload, rows: 1, seed: 0).Parameters.Length);
    }

    [Fact]
    public void The_declared_networks_are_the_workloads()
    {
        INetwork<float>[] declared = [new W1(), new W2(), new W3(), new W4(), new W5(), new W6Units8(), new W6Units32(), new W6Units64()];

        Assert.Equal(declared.Select(network => network.Description.Fingerprint), Workloads.All.Select(workload => workload.Network.Fingerprint));
    }

    [Theory]
    [InlineData("W3", nameof(Work.PredictRow), 2 * 101_632)]
    [InlineData("W3", nameof(Work.PredictBatch), 64 * 2 * 101_632)]
    [InlineData("W3", nameof(Work.Train), 64 * 2 * (101_632 + 101_632 + 1280))] // forward, dW, dX of the second layer
    [InlineData("W5", nameof(Work.PredictRow), 2 * (117_600 + 240_000 + 48_000 + 10_080 + 840))]
    [InlineData("W5", nameof(Work.Train), 64 * 2 * (3 * 416_520 - 117_600))]
    [InlineData("W6-8", nameof(Work.Step), 2 * 3 * 8 * (1 + 8))]
    public void Operations_are_those_of_the_products(string name, string work, double operations)
    {
        Workload workload = Workloads.All.Single(workload => workload.Name == name);

        Assert.Equal(operations, Cost.Operations(workload, Enum.Parse<Work>(work), workload.Rows(Enum.Parse<Work>(work))));
    }

    private static Verdict Judge(Must must, params (string Name, double Time)[] standings) => must.Judge(Contest(standings))!;

    private static Contest Contest(params (string Name, double Time)[] standings) =>
        new(Network, Work.Train, Floor(), [.. standings.Select(standing => new Standing(standing.Name, [standing.Time, standing.Time], []))], []);

    private static Floor Floor() => new(Network, Work.Train, rows: 1, threads: 1);
}
