using System;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.Comparison.Contestants;
using NetGen.Comparison.Contestants.Plain;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Sweeping;
using Spectre.Console;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class ContestTests
{
    private static readonly Pace Hasty = new(TimeSpan.FromMicroseconds(20), TimeSpan.FromMicroseconds(100), TimeSpan.FromMilliseconds(100), Tail: 20);

    private static readonly Workload Network = Workloads.All.Single(workload => workload.Name == "W2");

    [Fact]
    public void The_program_prints_a_table_of_every_work_and_the_same_as_Markdown()
    {
        string file = Path.GetTempFileName();
        var text = new StringWriter();
        var settings = new Settings { Workloads = [.. Workloads.All.Take(2)], Rounds = 3, Pace = Hasty, SweepPace = Hasty, Sweep = 2, Markdown = file };
        PeerEntry missing = new("ONNX Runtime", null, "not found");

        new Session(settings, [missing], Plain(text), CancellationToken.None).Run();

        string markdown = File.ReadAllText(file);
        File.Delete(file);
        string[] titles = ["W1 · 4-16-16-2 · prediction, one row", "W1 · 4-16-16-2 · training step, 16 rows", "W2 · 13-64-32-3 · prediction, 64 rows", "Sweep · 2 random perceptrons, seed 0"];
        Assert.All(titles, title => Assert.Contains($"## {title}\n", markdown));
        Assert.All(titles, title => Assert.Contains(title, text.ToString()));
        Assert.Equal(6, Count(markdown, "\n| NetGen | ") - 1); // once among the contestants
        Assert.Equal(6, Count(markdown, "\n| reference | ") - 1);
        Assert.Equal(6, Count(markdown, "\n| plain C# loop | ") - 1);
        Assert.Contains("| ONNX Runtime | missing: not found |", markdown);
        Assert.Contains("| W1 one row | ONNX Runtime | 45.0× |  | not measured |", markdown);
        Assert.DoesNotContain("failed", markdown);
    }

    [Theory]
    [InlineData(nameof(Work.PredictRow))]
    [InlineData(nameof(Work.Train))]
    public void Who_computes_something_else_is_named_and_not_timed(string work)
    {
        Contest contest = Run(Enum.Parse<Work>(work), [new CompiledContestant(), new Altered(parameters: 1.01f)]);

        Assert.Equal(["NetGen"], contest.Standings.Select(standing => standing.Name));
        Refusal refusal = Assert.Single(contest.Refused);
        Assert.StartsWith("computes something else and is not timed: gives ", refusal.Reason);
    }

    [Fact]
    public void Who_trains_something_else_is_named_and_not_timed()
    {
        Contest contest = Run(Work.Train, [new Altered(rate: 1.05f), new Altered()]);

        Assert.Single(contest.Standings);
        Assert.Contains("steps move its outputs by", Assert.Single(contest.Refused).Reason);
    }

    [Fact]
    public void Who_fails_does_not_keep_the_others_from_going_on()
    {
        Contest contest = Run(Work.PredictRow, [new Altered(fails: true), new CompiledContestant()]);

        Assert.Equal(["NetGen"], contest.Standings.Select(standing => standing.Name));
        Assert.Equal("failed: out of order", Assert.Single(contest.Refused).Reason);
    }

    [Fact]
    public void Who_fails_in_the_rounds_is_named_and_the_others_go_on()
    {
        Contest contest = Run(Work.PredictRow, [new Altered(wearsOut: true), new CompiledContestant()]);

        Assert.Equal(["NetGen"], contest.Standings.Select(standing => standing.Name));
        Assert.Equal("failed: worn out", Assert.Single(contest.Refused).Reason);
        Assert.Equal(4, contest.Standings[0].Times.Count);
    }

    [Fact]
    public void Everybody_is_measured_once_in_every_round()
    {
        Contest contest = Run(Work.PredictRow, [new CompiledContestant(), new PlainContestant(), new ReferenceContestant()]);

        Assert.Equal(3, contest.Standings.Count);
        Assert.All(contest.Standings, standing => Assert.Equal(4, standing.Times.Count));
        Assert.All(contest.Standings, standing => Assert.All(standing.Times.Concat(standing.Tail), time => Assert.True(time > 0)));
    }

    [Fact]
    public void A_stream_is_stepped_and_only_that()
    {
        var text = new StringWriter();
        var settings = new Settings { Workloads = [.. Workloads.All.Where(workload => workload.Name == "W6-8")], Rounds = 1, Pace = Hasty };

        new Session(settings, [], Plain(text), CancellationToken.None).Run();

        Assert.Contains("W6-8 · GRU, input 1, 8 units · one step, its state carried on", text.ToString());
        Assert.Contains("RTNeural publishes 40 ns for this step, measured elsewhere: for orientation only.", text.ToString());
        Assert.DoesNotContain("prediction", text.ToString());
        Assert.DoesNotContain("training", text.ToString());
    }

    [Fact]
    public void Every_work_on_images_and_streams_is_measured_and_agrees()
    {
        var works = from workload in Workloads.All where workload.Perceptron is null from work in Enum.GetValues<Work>().Where(workload.Does) select (workload, work);

        Assert.All(works, each =>
        {
            Contest contest = Contest.Run(each.workload, each.work, [new CompiledContestant(), new PlainContestant()], new(Rounds: 1, Threads: 1, Seed: 0, Hasty), (_, _) => { }, CancellationToken.None);
            Assert.Empty(contest.Refused);
            Assert.Equal(2, contest.Standings.Count);
        });
    }

    [Fact]
    public void A_run_that_is_cancelled_ends()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => Contest.Run(Network, Work.Train, [new CompiledContestant()], new(4, 1, 0, Hasty), (_, _) => { }, cancellation.Token));
    }

    [Fact]
    public void Random_perceptrons_are_the_same_from_the_same_seed_and_of_all_sizes()
    {
        Workload[] networks = [.. RandomPerceptrons.Of(200, seed: 0)];

        Assert.Equal(networks.Take(20).Select(network => network.Shape), RandomPerceptrons.Of(20, seed: 0).Select(network => network.Shape));
        Assert.NotEqual(networks.Take(20).Select(network => network.Shape), RandomPerceptrons.Of(20, seed: 1).Select(network => network.Shape));
        Assert.Equal([2, 3, 4, 5, 6, 7], networks.Select(network => network.Perceptron!.Sizes.Length).Distinct().Order());
        Assert.All(networks, network => Assert.All(network.Perceptron!.Sizes, size => Assert.InRange(size, 1, 1024)));
        Assert.Contains(networks, network => network.Perceptron!.Sizes.Contains(1));
        Assert.True(networks.Count(network => network.Perceptron!.Sizes.All(size => size >= 64)) >= 50);
        Assert.True(networks.Count(network => network.Perceptron!.Sizes.Max() < 64) >= 5);
    }

    private static Contest Run(Work work, IPeer[] contestants) => Contest.Run(Network, work, contestants, new(Rounds: 4, Threads: 1, Seed: 0, Hasty), (_, _) => { }, CancellationToken.None);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static IAnsiConsole Plain(StringWriter text)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 1000;
        return console;
    }

    /// <summary>The plain loop with something wrong.</summary>
    private sealed class Altered(float parameters = 1, float rate = 1, bool fails = false, bool wearsOut = false) : IPeer
    {
        public string Name => "altered";

        public string Version => "";

        public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
        {
            IRun? run = fails ? throw new InvalidOperationException("out of order") : new PlainContestant().Prepare(workload, work, rows, threads, problem with
            {
                Parameters = Array.ConvertAll(problem.Parameters, parameter => parameter * parameters),
                LearningRate = problem.LearningRate * rate,
            });
            return wearsOut ? new Wearing(run!) : run;
        }

        public void Dispose()
        {
        }
    }

    /// <summary>Fails where single calls are timed, which the rounds do.</summary>
    private sealed class Wearing(IRun run) : IRun
    {
        public double Measure(int calls) => run.Measure(calls);

        public void Latencies(Span<double> nanoseconds) => throw new InvalidOperationException("worn out");

        public float[] Predict(ReadOnlySpan<float> row) => run.Predict(row);

        public void Dispose() => run.Dispose();
    }
}
