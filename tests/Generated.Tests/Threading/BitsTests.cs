using System;
using System.Linq;
using NetGen.Data;
using NetGen.Generated.Tests.RandomNetworks;
using NetGen.Generated.Tests.Support;
using NetGen.Tests.Support;
using NetGen.Threading;
using NetGen.Training;
using Xunit;

namespace NetGen.Generated.Tests.Threading;

/// <summary>Whatever the number of threads, a network computes the same bits.</summary>
public sealed class BitsTests
{
    private const int Rows = 301;
    private const int Steps = 3;

    private static readonly int[] counts = [2, 3, 4, 7];

    // Wide enough for every region to be divided: chains, joints, masks, losses of every kind, panels of one block.
    private static readonly NetworkDeclaration[] large =
    [
        NetworkDeclaration.Of("Chain", [97], new Dense(130, Activation.ReLU), new Dropout(0.3), new Dense(79, Activation.Tanh), new Dense(10, Activation.Softmax)).With(Loss.CrossEntropy, Reduction.Mean),
        NetworkDeclaration.Of(
            "Graph", [12, 9],
            new Activate(Activation.Tanh), new Flatten(), new Dense(160, Activation.Sigmoid) { Name = "First" }, new Dense(160, Activation.LeakyReLU), new Add("First"),
            new Activate(Activation.LeakyReLU), new Concat("First"), new Dense(33)).With(Loss.MeanSquaredError, Reduction.Sum),
        NetworkDeclaration.Of(
            "Image", [3, 9, 12],
            new ZeroPad(2, 2, 1, 0) { Name = "Padded" }, new MaxPool2D(2, 2) { Name = "Greatest" }, new AveragePool2D(2, 2) { From = "Padded" }, new Add("Greatest"),
            new MaxPool2D(3, 3) { Stride = [1, 1], Padding = [1, 1] }, new AveragePool2D(3, 3) { Stride = [1, 1], Padding = [1, 1], IncludePadding = false }, new Upsample(2) { Name = "Large" },
            new GlobalAveragePool { Name = "Means" }, new GlobalMaxPool { From = "Large" }, new Concat("Means"), new Dense(40)).With(Loss.HalfSquaredError, Reduction.Mean),
        NetworkDeclaration.Of("Lossless", [150], new Dense(150) { Bias = false }, new Activate(Activation.Softmax)),
        NetworkDeclaration.Of("Penalized", [300], new Dropout(0.3) { Classical = true }, new Dense(400, Activation.Tanh), new Dense(7)).With(Loss.MeanSquaredError)
            .With(new PenaltyDeclaration(0.01, 0.1) { Biases = true }, new PenaltyDeclaration(0.2, 0, "Dense2") { Proximal = true }),
        NetworkDeclaration.Of(
            "Sequence", [9, 8],
            new GRU(40) { Sequence = true, Bidirectional = true }, new Recurrent(33, Activation.ReLU) { Sequence = true }, new LSTM(37) { Sequence = true, Bias = false }, new LSTM(17), new Dense(3)).With(Loss.MeanSquaredError),
        NetworkDeclaration.OfParts(
            "Varying", new Part(1) { Name = "Length" }, new Part(40) { Name = "Start" }, new Part(9, 8) { Name = "Steps" },
            new LSTM(20) { Sequence = true, Bidirectional = true, Start = ["Start", "Start"], Lengths = "Length", BackSteps = 4 },
            new GRU(40) { Start = ["Start"], Lengths = "Length", BackSteps = 3 }, new Dense(3)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "Symbols", [21],
            new Embedding(700, 24), new PositionalEncoding { Learned = true, Name = "Place" }, new Attention(4) { Causal = true }, new Add("Place"), new PositionalEncoding(),
            new Attention(3) { Bias = false }, new Flatten(), new Dense(5, Activation.Softmax)).With(Loss.CrossEntropy),
        NetworkDeclaration.OfParts(
            "Ragged", new Part(1) { Name = "Length" }, new Part(21, 24) { Name = "Steps" },
            new Attention(4) { Lengths = "Length" }, new Attention(3) { Causal = true, Lengths = "Length" }, new Flatten(), new Dense(5)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "Normalized", [6, 70],
            new LayerNorm(), new Activate(Activation.Tanh), new RMSNorm { Axes = 2 }, new LayerNorm { Affine = false, Axes = 2 }, new Flatten(), new Dense(150), new LayerNorm()).With(Loss.HalfSquaredError),
        NetworkDeclaration.Of(
            "Coupled", [5, 7, 7],
            new BatchNorm(), new Conv(20, Activation.Tanh, new ConvAxis(3), new ConvAxis(3)), new BatchNorm(), new Flatten(), new Dense(150), new BatchNorm { Affine = false }, new Dropout(0.2), new Dense(3)).With(Loss.HalfSquaredError),
        NetworkDeclaration.OfParts(
            "Shared", new Part(90) { Name = "Left" }, new Dense(90, Activation.Tanh) { Name = "First" }, new Part(90) { Name = "Right" }, new Dense(90, Activation.Sigmoid) { Share = "First", Name = "Second" },
            new Multiply("First"), new Dense(90, Activation.ReLU) { Share = "First" }, new Reshape(3, 5, 6), new Conv(3, Activation.Tanh, new ConvAxis(3), new ConvAxis(3)) { Same = true, Name = "C" },
            new Conv(3, Activation.ReLU, new ConvAxis(3), new ConvAxis(3)) { Same = true, Share = "C" }, new Reshape(15, 6), new GRU(6) { Sequence = true, Name = "G" }, new GRU(6) { Share = "G" },
            new Dense(7, Activation.Softmax) { Name = "Class" }, new Dense(33) { Name = "Box", From = "Second" })
            .With(Reduction.Mean, new(Loss.CrossEntropy, "Class"), new(Loss.MeanSquaredError, "Box", 0.5)),
        NetworkDeclaration.Of("Probabilities", [200], new Dropout(0.5), new Dense(47, Activation.Sigmoid)).With(Loss.BinaryCrossEntropy, Reduction.Mean),
    ];

    [Fact]
    public void ATrainingStepHasTheBitsOfOneThread()
    {
        NetworkDeclaration[] networks = [.. large, .. Enumerable.Range(1, 12).Select(seed => RandomNetwork.Of((ulong)seed))];
        using CompiledNetworks compiled = NetworkCompiler.Generate(networks).Compile();
        float[][] expected = [.. networks.Select(network => Train(compiled.Create(network.Name), null))];
        foreach (int count in counts)
        {
            using var workers = new Workers(count);
            foreach ((NetworkDeclaration network, float[] alone) in networks.Zip(expected))
            {
                Assert.True(alone.AsSpan().SequenceEqual(Train(compiled.Create(network.Name), workers)), $"{count} threads:\n{network}");
            }
        }
    }

    [Fact]
    public void APredictionHasTheBitsOfOneThread()
    {
        using CompiledNetworks compiled = NetworkCompiler.Generate(large).Compile();
        foreach (NetworkDeclaration declaration in large)
        {
            INetwork<float> network = compiled.Create(declaration.Name);
            foreach (int rows in (int[])[1, 2, 3, 47, 49, Rows])
            {
                float[] inputs = Inputs(network, rows), expected = new float[rows * network.Description.OutputSize];
                network.Forward(inputs, expected);
                foreach (int count in counts)
                {
                    using var workers = new Workers(count);
                    var actual = new float[expected.Length];
                    network.Forward(inputs, actual, workers);
                    Assert.True(expected.AsSpan().SequenceEqual(actual), $"{rows} rows, {count} threads:\n{declaration}");
                }
            }
        }
    }

    [Fact]
    public void AWholeTrainingHasTheBitsOfOneThreadAcrossAResumption()
    {
        using CompiledNetworks compiled = NetworkCompiler.Generate(large[..1]).Compile();
        using var folder = new NetGen.Tests.Support.TemporaryFolder();
        using var two = new Workers(2);
        using var four = new Workers(4);
        float[] expected = Train(null, null, "");

        Assert.True(expected.AsSpan().SequenceEqual(Train(two, two, "two")));
        Assert.True(expected.AsSpan().SequenceEqual(Train(two, four, "both")));

        float[] Train(Workers? before, Workers? after, string file)
        {
            INetwork<float> network = compiled.Create("Chain");
            Trainer<float> first = Make(network, before);
            first.Run(2).Last();
            if (file.Length > 0)
            {
                first.Save(folder[file]);
                network = compiled.Create("Chain");
                Trainer<float> second = Make(network, after);
                second.Resume(folder[file]);
                first = second;
            }

            first.Run(4).Last();
            return network.Parameters.ToArray();
        }

        static Trainer<float> Make(INetwork<float> network, Workers? workers) =>
            new(network, new Examples<float>(Rows, Numbers(Rows * network.Description.InputSize), Targets(network)), new Adam<float>(network.Layout.Length), batchSize: 100) { Workers = workers };
    }

    /// <summary>Everything that steps with input gradients leave behind.</summary>
    private static float[] Train(INetwork<float> network, Workers? workers)
    {
        NetworkDescription description = network.Description;
        float[] inputs = Inputs(network, Rows), targets = Targets(network), upstream = Numbers(Rows * description.OutputSize);
        var outputs = new float[upstream.Length];
        var gradient = new float[network.Layout.Length];
        var inputGradient = new float[inputs.Length];
        var adam = new Adam<float>(network.Layout.Length, 0.01);
        Workspace<float> workspace = network.CreateWorkspace(Rows);
        workspace.Workers = workers;
        float cost = 0;
        for (int step = 0; step < Steps; step++)
        {
            if (description.Loss is not null)
            {
                cost += network.Gradient(new Batch<float>(Rows, inputs, targets, step), gradient, workspace, inputGradient);
                adam.Step(network.Parameters, gradient, workers);
                cost += network.Cost(new Batch<float>(Rows, inputs, targets, step), workspace);
            }

            network.Forward(new Batch<float>(Rows, inputs, default, step), outputs, workspace);
            network.Backward(new Batch<float>(Rows, inputs, default, step), upstream, gradient, workspace, step == 0 ? default : inputGradient);
            adam.Step(network.Parameters, gradient, workers);
        }

        return [cost, .. outputs, .. gradient, .. inputGradient, .. network.Parameters];
    }

    private static float[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(index => MathF.Sin(index * (index % 7 + 1)))];

    private static float[] Inputs(INetwork<float> network, int rows)
    {
        float[] inputs = Numbers(rows * network.Description.InputSize);
        network.Description.Fit<float>(inputs);
        return inputs;
    }

    private static float[] Targets(INetwork<float> network)
    {
        int size = network.Description.OutputSize;
        var targets = new float[Rows * size];
        for (int row = 0; row < Rows; row++)
        {
            targets[row * size + row % size] = 1;
        }

        return targets;
    }
}
