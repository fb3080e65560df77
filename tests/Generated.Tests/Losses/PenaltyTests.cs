using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Data;
using NetGen.Generated.Tests.Support;
using NetGen.Training;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Losses;

/// <summary>What weights cost in compiled networks.</summary>
[Trait("Mathematics", "H1")]
[Trait("Mathematics", "H2")]
public sealed class PenaltyTests(ITestOutputHelper output)
{
    [Fact]
    public void PenaltiesOfEveryWidth() => output.WriteLine(Systematic.Hold(
        from width in Sizes.Widths.Index()
        select NetworkDeclaration.Of($"Weighed{width.Item}", [5], new Dense(width.Item, Activation.Tanh), new Dense(3))
            .With(Loss.HalfSquaredError, width.Index % 2 == 0 ? Reduction.Mean : Reduction.Sum)
            .With(new PenaltyDeclaration(0.1, 0.3) { Biases = width.Index % 3 == 0 }, new PenaltyDeclaration(0.5, width.Index % 2, "Dense1") { Proximal = width.Index % 4 == 0, Examples = 3 })));

    [Fact]
    public void PenaltiesOfEveryKindOfLayer() => output.WriteLine(Systematic.Hold(
    [
        NetworkDeclaration.Of("Image", [2, 4, 4], new Conv(3, Activation.ReLU, new ConvAxis(3), new ConvAxis(2)), new LayerNorm(), new Flatten(), new Dense(2, Activation.Softmax))
            .With(Loss.CrossEntropy).With(new PenaltyDeclaration(0.01, 0.2) { Biases = true }),
        NetworkDeclaration.Of("Sequence", [5], new Embedding(7, 4), new PositionalEncoding { Learned = true }, new Attention(2), new GRU(3), new Dense(2))
            .With(Loss.MeanSquaredError).With(new PenaltyDeclaration(0, 0.2), new PenaltyDeclaration(0.3, 0, "GRU1")),
        NetworkDeclaration.Of("Exempt", [4], new Dense(6, Activation.Tanh), new Dense(6, Activation.Tanh), new Dense(1))
            .With(Loss.MeanSquaredError).With(new PenaltyDeclaration(0, 0.2), new PenaltyDeclaration(0, 0, "Dense2")),
        NetworkDeclaration.Of("Sharing", [4], new Dense(4, Activation.Tanh) { Name = "A" }, new Dense(4, Activation.Tanh) { Share = "A" }, new Dense(1))
            .With(Loss.MeanSquaredError).With(new PenaltyDeclaration(0.1, 0.2)),
        NetworkDeclaration.Of("Heads", [4], new Dense(5, Activation.Tanh) { Name = "Body" }, new Dense(2) { Name = "A" }, new Dense(3) { Name = "B", From = "Body" })
            .With(Reduction.Sum, new(Loss.MeanSquaredError, "A"), new(Loss.HalfSquaredError, "B", 0.5)).With(new PenaltyDeclaration(0.1, 0.2)),
    ]));

    /// <summary>Plain gradient descent multiplies W by 1 − αλ; with powers of two to the last bit. Padding stays 0.</summary>
    [Fact]
    public void PlainDescentMultipliesWeightsByOneMinusRateTimesLambda()
    {
        using CompiledNetworks compiled = NetworkCompiler.Compile(
        [
            NetworkDeclaration.Of("Decayed", [7], new Dense(5)).With(Loss.HalfSquaredError).With(new PenaltyDeclaration(0, 0.25)),
            NetworkDeclaration.Of("Lecture", [7], new Dense(5)).With(Loss.HalfSquaredError, Reduction.Sum).With(new PenaltyDeclaration(0, 16) { Examples = 64 }),
        ], VectorForm.Vector);
        foreach (string name in (string[])["Decayed", "Lecture"])
        {
            INetwork<float> network = compiled.Create(name, 3);
            float[] before = network.Parameters.ToArray(), gradient = new float[network.Layout.Length];
            network.Gradient(new Batch<float>(2, new float[14], new float[10]), gradient, network.CreateWorkspace(2));
            new Sgd<float>(0.5).Step(network.Parameters, gradient);
            ParameterTensor weights = network.Layout["Dense1.Weights"];
            Assert.Equal(before[..weights.Length].Select(w => w * 0.875f), network.Parameters[..weights.Length].ToArray());
            Assert.NotEqual(0, before[0]);
        }
    }

    /// <summary>Of ten inputs one matters; proximal steps leave it alone, exactly.</summary>
    [Fact]
    public void ProximalWeightsAreExactlyZeroWhereTheOthersAreNot()
    {
        NetworkDeclaration Of(string name, PenaltyDeclaration penalty) => NetworkDeclaration.Of(name, [10], new Dense(1)).With(Loss.HalfSquaredError).With(penalty);
        using CompiledNetworks compiled = NetworkCompiler.Compile(
            [Of("Sparse", new(0.1, 0) { Proximal = true }), Of("Slopes", new(0.1, 0)), Of("Squares", new(0, 0.1))], VectorForm.Vector);
        var random = new Random(5);
        float[] inputs = [.. Enumerable.Range(0, 1000).Select(_ => (float)(2 * random.NextDouble() - 1))], targets = [.. inputs.Chunk(10).Select(row => 3 * row[4])];
        int Zeros(string name)
        {
            INetwork<float> network = compiled.Create(name, 3);
            var trainer = new Trainer<float>(network, new Examples<float>(100, inputs, targets), new Sgd<float>(0.2), batchSize: 100);
            trainer.Run(epochs: 300).Last();
            float[] weights = new float[10];
            network.Layout["Dense1.Weights"].CopyTo(network.Parameters, weights);
            Assert.True(weights[4] > 2, $"{weights[4]}");
            return weights.Count(weight => weight == 0);
        }

        Assert.Equal((9, 0, 0), (Zeros("Sparse"), Zeros("Slopes"), Zeros("Squares")));
    }

    [Fact]
    public void ItsProofKnowsPenalties()
    {
        using CompiledNetworks compiled = NetworkCompiler.Compile(
        [
            NetworkDeclaration.Of("Proved", [5], new Dense(7, Activation.Tanh), new Dropout(0.25) { Classical = true }, new Dense(3, Activation.Softmax)).With(Loss.CrossEntropy)
                .With(new PenaltyDeclaration(0.02, 0.1), new PenaltyDeclaration(0.5, 0, "Dense2") { Biases = true, Proximal = true, Examples = 10 }),
        ], VectorForm.Vector);
        NetworkProof.Of(compiled.Create("Proved", 3)).ThrowUnlessPassed();
    }
}
