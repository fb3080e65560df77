using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Generated.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Generated.Tests.Losses;

/// <summary>A sigmoid under other shapes is still the loss's: far logits give the cost that they have, not that of a clamped logarithm.</summary>
public sealed class FarLogitsTests
{
    private static readonly NetworkDeclaration reshaped = NetworkDeclaration.Of("Reshaped", [4], new Activate(Activation.Sigmoid), new Reshape(2, 2)).With(Loss.BinaryCrossEntropy);

    private static readonly NetworkDeclaration[] networks =
    [
        NetworkDeclaration.Of("Plain", [4], new Activate(Activation.Sigmoid)).With(Loss.BinaryCrossEntropy),
        reshaped,
        NetworkDeclaration.Of("Flattened", [2, 2], new Activate(Activation.Sigmoid), new Flatten()).With(Loss.BinaryCrossEntropy),
        NetworkDeclaration.Of("Twice", [2, 2], new Activate(Activation.Sigmoid), new Flatten(), new Reshape(4, 1)).With(Loss.BinaryCrossEntropy),
    ];

    [Theory]
    [Trait("Mathematics", "C3")]
    [InlineData(30)]
    [InlineData(-30)]
    [InlineData(60)]
    [InlineData(-60)]
    public void CompiledNetworksAndTheReferenceAgree(float far)
    {
        float[] z = [far, far, -far, far / 2], y = [0, 1, 0.25f, 1];

        // Σ ln(1 + eᶻ) − y·z, and σ(z) − y.
        double cost = z.Zip(y, (logit, target) => Math.Max(logit, 0) + Math.Log(1 + Math.Exp(-Math.Abs((double)logit))) - target * logit).Sum();
        double[] slopes = [.. z.Zip(y, (logit, target) => 1 / (1 + Math.Exp(-(double)logit)) - target)];
        using CompiledNetworks compiled = NetworkCompiler.Generate(networks).Compile();

        foreach (NetworkDeclaration declaration in networks)
        {
            INetwork<float> network = compiled.Create(declaration.Name);
            Close(network.CostOf(z, y), network.GradientOf(z, y).Input, Math.ScaleB(1, -20));

            var single = new ReferenceNetwork<float>(network.Description);
            Close(single.CostOf(z, y), single.GradientOf(z, y).Input, Math.ScaleB(1, -20));

            var exact = new ReferenceNetwork<double>(network.Description);
            double[] wide = [.. z.Select(logit => (double)logit)], targets = [.. y.Select(target => (double)target)], input = new double[4];
            double gradientCost = exact.Gradient(new Batch<double>(1, wide, targets), [], exact.CreateWorkspace(1), input);
            Assert.Equal(cost, gradientCost, cost * Math.ScaleB(1, -49));
            Assert.All(input.Zip(slopes), pair => Assert.Equal(pair.Second, pair.First, Math.ScaleB(1, -50)));
            Assert.Equal(cost, exact.Cost(new Batch<double>(1, wide, targets), exact.CreateWorkspace(1)), cost * Math.ScaleB(1, -49));
        }

        // Sixteen roundings of at most half an ulp each, relative to the largest term.
        void Close(double actual, float[] input, double tolerance)
        {
            Assert.Equal(cost, actual, cost * tolerance);
            Assert.All(input.Zip(slopes), pair => Assert.Equal(pair.Second, pair.First, tolerance));
        }
    }

    [Fact]
    public void AProofDecidesThemWhereEveryLogitIsFar()
    {
        NetworkDeclaration[] far =
        [
            .. new LayerDeclaration[] { new Reshape(3, 2), new Reshape(6) }.Select((view, index) => NetworkDeclaration.Of(
                $"Far{index}", [5], new Dense(6, Activation.Sigmoid) { Initializer = Initializer.Normal, Scale = 30 }, view).With(Loss.BinaryCrossEntropy)),
        ];
        using CompiledNetworks compiled = NetworkCompiler.Generate(far).Compile();

        foreach (NetworkDeclaration declaration in far)
        {
            NetworkProof proof = NetworkProof.Of(compiled.Create(declaration.Name), parts: ProofParts.Cost | ProofParts.Gradient | ProofParts.Backward);
            Assert.True(proof.Passed, proof.ToString());
            Assert.Equal(0, proof.RowsLeftOut);
        }
    }
}
