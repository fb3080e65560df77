using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using NetGen.Comparison.Contestants;
using NetGen.Comparison.Contestants.Plain;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Peers.OnnxRuntime;
using NetGen.Comparison.Peers.Torch;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;
using Xunit.Sdk;

namespace NetGen.Comparison.Tests;

public sealed class PeerTests
{
    private const double LearningRate = 1e-3;

    [Theory]
    [Peer("C# on OpenBLAS")]
    [Peer("PyTorch")]
    [Peer("PyTorch by hand")]
    [Peer("libtorch autograd")]
    [Peer("libtorch")]
    public void Three_steps_give_the_parameters_that_NetGen_gets(string name)
    {
        TrainsLike(new W1(), "W1", name);
        TrainsLike(new W2(), "W2", name);
    }

    [Theory]
    [Peer("PyTorch")]
    [Peer("libtorch autograd")]
    public void Three_steps_on_images_move_every_tensor_as_NetGen_does(string name)
    {
        Workload images = Named("W5");
        (Problem start, float[] expected, float[] actual) = Train(new W5(), images, name);

        // Tensor by tensor: Adam divides by the gradient, and where that nearly cancels, its rounding moves a weight.
        Assert.All(
            Tensors(images, start).Zip(Tensors(images, start with { Parameters = expected }), Tensors(images, start with { Parameters = actual })),
            tensor => Assert.InRange(Distance(tensor.Second, tensor.Third), 0, Distance(tensor.First, tensor.Second) / 1000));
    }

    [Theory]
    [Peer("C# on OpenBLAS")]
    [Peer("PyTorch by hand")]
    [Peer("libtorch")]
    public void Who_knows_perceptrons_alone_does_no_others(string name)
    {
        Assert.All(Workloads.All.Where(workload => workload.Perceptron is null), network =>
            Assert.Null(PeerAttribute.Peer(name).Prepare(network, Enum.GetValues<Work>().First(network.Does), 1, 1, Problems.Of(network, 1, 0))));
    }

    /// <summary>Widths that fill no vector, so that padding has to be kept out.</summary>
    [Theory]
    [Peer("ONNX Runtime")]
    [Peer("C# on OpenBLAS")]
    [Peer("PyTorch")]
    [Peer("PyTorch by hand")]
    [Peer("libtorch")]
    public void Rows_and_batches_give_the_outputs_of_the_reference(string name)
    {
        foreach (Workload network in (Workload[])[new Perceptron([7, 19, 5, 3], "ReLU", "Softmax").Workload("odd", 6), new Perceptron([3, 9, 1], "Tanh", "Linear").Workload("odd", 6)])
        {
            PredictsLikeTheReference(network, name, rows: 6);
        }
    }

    [Theory]
    [Peer("ONNX Runtime")]
    [Peer("PyTorch")]
    public void Images_give_the_outputs_of_the_reference(string name)
    {
        PredictsLikeTheReference(Named("W5"), name, rows: 6);
        PredictsLikeTheReference(OddImages, name, rows: 6);
    }

    [Theory]
    [Peer("ONNX Runtime")]
    [Peer("PyTorch")]
    public void Steps_from_zeros_give_what_the_reference_gives_of_the_sequence(string name)
    {
        Assert.All(Workloads.All.Where(workload => workload.Streams), network =>
        {
            Problem problem = Problems.Of(network, rows: 1, seed: 3);
            using IRun run = PeerAttribute.Peer(name).Prepare(network, Work.Step, rows: 1, threads: 1, problem)!;
            foreach (float[] row in problem.Inputs.Chunk(network.Network.InputSize).Take(3))
            {
                run.Measure(5); // what it has carried on is not what a sequence starts from
                Assert.Null(new Expected(network, problem, row).Misfit(run.Predict(row)));
            }
        });
    }

    [Theory]
    [Peer("ONNX Runtime")]
    [Peer("C# on OpenBLAS")]
    [Peer("PyTorch")]
    [Peer("libtorch")]
    public void A_peer_says_its_version_and_times_every_call(string name)
    {
        IPeer peer = PeerAttribute.Peer(name);
        Workload network = Workloads.All[0];
        using IRun run = peer.Prepare(network, Work.PredictRow, 1, 1, Problems.Of(network, 1, 0))!;
        double[] times = new double[100];

        run.Latencies(times);

        Assert.Contains(peer.Version, char.IsAsciiDigit);
        Assert.True(run.Measure(100) > 0);
        Assert.All(times, time => Assert.True(time > 0));
    }

    [Fact]
    public void What_is_missing_says_what_brings_it()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            $"the npm package onnxruntime-node is not in {folder.Path}: benchmarks/Comparison/fetch-peers.sh brings it",
            Assert.Throws<PeerMissingException>(() => new OnnxRuntimePeer(folder.Path)).Message);
        Assert.EndsWith(
            "is not built; it takes g++ and Debian's libtorch-dev: benchmarks/Comparison/fetch-peers.sh brings it",
            Assert.Throws<PeerMissingException>(() => TorchProgram.Native("hand", folder.Path)).Message);
    }

    [ShellFact]
    public void A_program_that_ends_is_missing_with_its_last_words()
    {
        var program = new TorchProgram("a program", "/bin/sh", ["-c", "echo out of order >&2; exit 3"], "some-package");

        Assert.StartsWith("a program ended with code 3: out of order ", Assert.Throws<PeerMissingException>(() => new TorchPeer("peer", program, (_, _) => true)).Message);
    }

    [ShellFact]
    public void An_answer_that_says_failed_throws_what_it_says()
    {
        using var process = new TorchProcess(new("a program", "/bin/sh", ["-c", "while read line; do echo failed $line; done"], "some-package"));

        Assert.Equal("a program: measure 1", Assert.Throws<InvalidOperationException>(() => process.Ask("measure 1")).Message);
    }

    [Fact]
    public void The_script_of_the_peers_is_part_of_the_program() =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "Peers", "Torch", "pytorch_peer.py")));

    /// <summary>Sizes that no two axes share, a stride, padding, and windows that leave a column unread.</summary>
    private static Workload OddImages { get; } = new(
        "odd", "odd images", new(
            "odd", [2, 9, 12],
            [
                new Conv2DDescription("Conv", [0], 3, new(3, Stride: 2, Before: 1, After: 1), new(4, Before: 2, After: 2)),
                new ActivateDescription("Conv.Activate", [1], Activation.Tanh),
                new MaxPool2DDescription("Pool", [2], 2, 3, 1, 2),
                new FlattenDescription("Flatten", [3]),
                new DenseDescription("Dense", [4], 5),
            ],
            Loss.MeanSquaredError),
        Batch: 6);

    private static Workload Named(string name) => Workloads.All.Single(workload => workload.Name == name);

    private static void PredictsLikeTheReference(Workload network, string name, int rows)
    {
        Problem problem = Problems.Of(network, rows, seed: 3);
        using IRun plain = new PlainContestant().Prepare(network, Work.PredictRow, 1, 1, problem)!;
        foreach (Work work in (Work[])[Work.PredictRow, Work.PredictBatch])
        {
            using IRun run = PeerAttribute.Peer(name).Prepare(network, work, work == Work.PredictRow ? 1 : rows, 1, problem)!;
            run.Measure(3);
            foreach (float[] row in problem.Inputs.Chunk(network.Network.InputSize).Take(8))
            {
                // Each lies within its tolerance of the reference.
                Assert.Null(new Expected(network, problem, row).Misfit(run.Predict(row)));
                Assert.Null(new Expected(network, problem, row).Misfit(plain.Predict(row)));
            }
        }
    }

    private static void TrainsLike(INetwork<float> network, string workload, string name)
    {
        (_, float[] expected, float[] actual) = Train(network, Named(workload), name);

        // Both round parameters below 2 at every step, 6·2⁻²⁴ in all, and sum gradients in another order; another β₂
        // would move them by 2.5 thousandths of a step.
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, LearningRate / 1000));
    }

    /// <summary>What both start with, and what NetGen and a peer have after three steps.</summary>
    private static (Problem Start, float[] Expected, float[] Actual) Train(INetwork<float> network, Workload shape, string name)
    {
        Problem problem = Problems.Of(shape, shape.Batch, seed: 5) with { LearningRate = LearningRate };
        using var run = (ITrained)PeerAttribute.Peer(name).Prepare(shape, Work.Train, shape.Batch, 1, problem)!;
        Assert.Equal(problem.Parameters, run.Parameters());

        network.Layout.CopyFrom<float>(network.Parameters, problem.Parameters);
        var adam = new Adam<float>(network.Layout.Length, LearningRate);
        Workspace<float> workspace = network.CreateWorkspace(shape.Batch);
        float[] gradient = new float[network.Layout.Length];
        for (int step = 0; step < 3; step++)
        {
            int first = step * shape.Batch;
            ReadOnlySpan<float> inputs = problem.Inputs.AsSpan(first * shape.Network.InputSize, shape.Batch * shape.Network.InputSize);
            Batch<float> batch = problem.Labels.Length > 0
                ? new(inputs, problem.Labels.AsSpan(first, shape.Batch))
                : new(shape.Batch, inputs, problem.Targets.AsSpan(first * shape.Network.OutputSize, shape.Batch * shape.Network.OutputSize));
            network.Gradient(batch, gradient, workspace);
            adam.Step(network.Parameters, gradient);
        }

        run.Measure(3);
        float[] expected = new float[shape.Network.ParameterCount];
        network.Layout.CopyTo<float>(network.Parameters, expected);
        return (problem, expected, run.Parameters());
    }

    private static IEnumerable<float[]> Tensors(Workload workload, Problem problem) => problem.Tensors(workload.Network).SelectMany(layer => layer);

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => ((double)x - y) * ((double)x - y)).Sum());
}

/// <summary>A peer by its name; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PeerAttribute : DataAttribute
{
    // Started once for all tests; a process ends with this one.
    private static readonly Lazy<IReadOnlyList<PeerEntry>> Entries = new(NetGen.Comparison.Peers.Peers.All);

    private readonly string name;

    public PeerAttribute(string name)
    {
        this.name = name;
        Skip = Entries.Value.Single(entry => entry.Name == name).Missing;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[name]];

    internal static IPeer Peer(string name) => Entries.Value.Single(entry => entry.Name == name).Peer!;
}

/// <summary>A test with a program of a few words.</summary>
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = File.Exists("/bin/sh") ? null : "There is no /bin/sh to write a small program in";
}
