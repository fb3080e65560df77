using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Generated.Tests.Support;
using NetGen.Threading;
using Xunit;

namespace NetGen.Generated.Tests.Losses;

/// <summary>Rows that count differently, in every form and under every loss.</summary>
[Trait("Mathematics", "C5")]
public sealed class WeightedRowsTests
{
    private static readonly NetworkDeclaration[] networks =
    [
        .. from loss in Enum.GetValues<Loss>()
           let activation = loss switch
           {
               Loss.BinaryCrossEntropy => Activation.Sigmoid,
               Loss.CrossEntropy or Loss.KullbackLeibler => Activation.Softmax,
               _ => Activation.Tanh,
           }
           select NetworkDeclaration.Of($"{loss}", [5], new Dense(7, Activation.Tanh), new Dense(3, activation)).With(loss, loss == Loss.Huber ? Reduction.Sum : Reduction.Mean),
        NetworkDeclaration.Of("Several", [5], new Dense(4, Activation.Softmax) { Name = "A" }, new Dense(18) { Name = "B", From = "input" }, new Dropout(0.2) { Name = "C" })
            .With(Reduction.Mean, new(Loss.CrossEntropy, "A") { Options = new() { LabelSmoothing = 0.1 } }, new(Loss.AbsoluteError, "C", 0.3)),
        NetworkDeclaration.Of("Coupled", [5], new Dense(7), new BatchNorm(), new Dense(2)).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of("Options", [5], new Dense(3, Activation.Softmax)).With(Loss.CrossEntropy, options: new() { ClassWeights = [1, 0, 2.5], LabelSmoothing = 0.2 }),
    ];

    [Theory]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    [InlineData(VectorForm.Portable)]
    public void AProofHoldsTheirWeights(VectorForm form)
    {
        using CompiledNetworks compiled = NetworkCompiler.Compile(networks, form);
        foreach (NetworkDeclaration declaration in networks.Where(declaration => compiled.Has(declaration.Name)))
        {
            NetworkProof proof = NetworkProof.Of(compiled.Create(declaration.Name, 3), rows: 5, parts: ProofParts.Cost | ProofParts.Gradient | ProofParts.Allocation | ProofParts.Rejection);
            Assert.True(proof.Passed, proof.ToString());
            Assert.Contains(proof.Findings, finding => finding.Claim.Contains("weighted rows", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void WeightsOfOneAndSharedWorkGiveTheBitsOfNone()
    {
        using CompiledNetworks compiled = NetworkCompiler.Generate(networks).Compile();
        using var workers = new Workers(3);
        foreach (NetworkDeclaration declaration in networks)
        {
            INetwork<float> network = compiled.Create(declaration.Name, 3);
            var random = new SeededRandom(4);
            float[] inputs = random.Normals(40 * 5), targets = [.. Enumerable.Repeat(1f / 4, 40 * network.Description.OutputSize)];
            float[] Learn(float[] weights, Workers? sharing)
            {
                Workspace<float> workspace = network.CreateWorkspace(40);
                workspace.Workers = sharing;
                float[] gradient = new float[network.Layout.Length];
                float cost = network.Gradient(new Batch<float>(40, inputs, targets) { Weights = weights }, gradient, workspace);
                return [cost, .. gradient];
            }

            Assert.Equal(Learn([], null), Learn([.. Enumerable.Repeat(1f, 40)], null));
            float[] weights = [.. Enumerable.Range(0, 40).Select(row => row % 4 * 0.3f)];
            Assert.Equal(Learn(weights, null), Learn(weights, workers));
        }
    }
}
