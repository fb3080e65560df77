using System;
using System.IO;
using System.Linq;
using NetGen.Checking;
using NetGen.Files;
using NetGen.Generated.Tests.Support;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Batch normalization: the whole proof over widths where vectors end and where they do not, PyTorch's numbers, files and averages.</summary>
public sealed class BatchNormTests
{
    private static NetworkDeclaration[] Networks =>
    [
        .. from width in (int[])[1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 50]
           from affine in (bool[])[true, false]
           select NetworkDeclaration.Of(
               $"Vector{width}{affine}", [width], new BatchNorm { Affine = affine, Momentum = width % 2 == 0 ? 0.1 : 1, Epsilon = width % 3 == 0 ? 0.01 : 1e-5 }).With(Loss.HalfSquaredError),
        .. from shape in (int[][])[[3, 5], [2, 16], [1, 33], [4, 1], [17, 2], [2, 3, 4], [3, 1, 7], [5, 4, 4]]
           select NetworkDeclaration.Of($"Channels{string.Join("x", shape)}", shape, new BatchNorm(), new Activate(Activation.Tanh), new BatchNorm { Affine = false }).With(Loss.MeanSquaredError),
        NetworkDeclaration.Of(
            "BeforeAndBehind", [9],
            new Dense(17) { Bias = false }, new BatchNorm(), new Activate(Activation.Tanh), new BatchNorm { Momentum = 0.5 }, new Dropout(0.25), new Dense(4, Activation.Softmax)).With(Loss.CrossEntropy),
        NetworkDeclaration.Of(
            "Image", [1, 8, 8],
            new Conv(6, Activation.Identity, new ConvAxis(3, Padding: 1), new ConvAxis(3, Padding: 1)) { Bias = false }, new BatchNorm(), new Activate(Activation.Softplus), new AveragePool2D(2, 2),
            new Conv(5, Activation.Tanh, new ConvAxis(3), new ConvAxis(3)), new BatchNorm(), new Flatten(), new Dense(3)).With(Loss.HalfSquaredError, Reduction.Sum),
        NetworkDeclaration.Of("Residual", [12], new BatchNorm { Name = "First" }, new Dense(12, Activation.Tanh), new BatchNorm { From = "First", Name = "Other" }, new Add("Dense1", "input")).With(Loss.HalfSquaredError),
    ];

    [Theory]
    [Trait("Mathematics", "G2")]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    [InlineData(VectorForm.Portable)]
    public void EveryFormIsProved(VectorForm form)
    {
        NetworkDeclaration[] networks = Networks;
        using CompiledNetworks compiled = NetworkCompiler.Compile(networks, form);
        foreach (NetworkDeclaration declaration in networks.Where(declaration => compiled.Has(declaration.Name)))
        {
            INetwork<float> network = compiled.Create(declaration.Name, 3);
            var random = new SeededRandom(5);
            foreach (ParameterTensor tensor in network.StatisticsLayout.Tensors)
            {
                network.Statistics.Slice(tensor.Offset, tensor.Count).Fill((float)(0.5 + random.Uniform()));
            }

            float[] before = network.Statistics.ToArray();
            NetworkProof proof = NetworkProof.Of(network, rows: 5, steps: 3);

            Assert.True(proof.Passed, $"{proof}\n{declaration}");
            Assert.Equal(before, network.Statistics.ToArray());
        }
    }

    [SharedOracleFact]
    [Trait("Mathematics", "G2")]
    public void PyTorchsOutputsGradientsAndAverages()
    {
        OracleCase[] cases = [.. BatchNormOracle.Cases];
        foreach (VectorForm form in Enum.GetValues<VectorForm>())
        {
            using CompiledNetworks compiled = NetworkCompiler.Compile(cases.Select(oracle => Declare.Network(BatchNormOracle.Describe(oracle), oracle.Id)), form);
            Assert.Empty(cases.Where(oracle => compiled.Has(oracle.Id)).SelectMany(oracle => BatchNormOracle.Differences(oracle, compiled.Create(oracle.Id))));
        }
    }

    [Fact]
    [Trait("Mathematics", "G2")]
    public void FoldedIntoItsNeighboursItPredictsTheSame()
    {
        NetworkDescription[] descriptions = [.. FoldingCheck.Cases.SelectMany(folding => (NetworkDescription[])[folding.Trained, folding.Plain])];
        using CompiledNetworks compiled = NetworkCompiler.Compile(descriptions.Select(description => Declare.Network(description, description.Name)), VectorForm.Vector);
        Assert.Empty(FoldingCheck.Cases.SelectMany(folding => FoldingCheck.Differences(compiled.Create(folding.Trained.Name, 4), compiled.Create(folding.Plain.Name, 0))));
    }

    [Fact]
    [Trait("Mathematics", "G2")]
    public void OneRowOfAVectorHasNoVariance()
    {
        NetworkDeclaration declaration = NetworkDeclaration.Of("Alone", [3], new BatchNorm()).With(Loss.HalfSquaredError);
        using CompiledNetworks compiled = NetworkCompiler.Compile([declaration], VectorForm.Vector);
        foreach (INetwork<float> network in (INetwork<float>[])[compiled.Create("Alone", 1), new ReferenceNetwork<float>(declaration.Describe())])
        {
            float[] before = network.Statistics.ToArray();
            Workspace<float> workspace = network.CreateWorkspace(1);
            string gradient = Assert.Throws<ArgumentException>(() => network.Gradient(new Batch<float>(1, [1, 2, 3], [1, 2, 3]), new float[network.Layout.Length], workspace)).Message;
            string forward = Assert.Throws<ArgumentException>(() => network.Forward(new Batch<float>(1, [1, 2, 3], default), new float[3], workspace)).Message;

            Assert.StartsWith("BatchNorm1 normalizes each of 3 elements over the rows of a batch; expected more than 1 row for training", gradient);
            Assert.Equal(gradient, forward);
            Assert.Equal(before, network.Statistics.ToArray());
            Assert.True(float.IsFinite(network.Cost(new Batch<float>(1, [1, 2, 3], [1, 2, 3]), workspace)));
        }
    }

    [Fact]
    [Trait("Mathematics", "G2")]
    public void APassOfTrainingMovesTheAveragesOnceAndFilesKeepThem()
    {
        NetworkDeclaration declaration = NetworkDeclaration.Of("Kept", [2], new BatchNorm(), new Dense(1)).With(Loss.HalfSquaredError);
        using CompiledNetworks compiled = NetworkCompiler.Compile([declaration], VectorForm.Vector);
        INetwork<float> network = compiled.Create("Kept", 1);
        Workspace<float> workspace = network.CreateWorkspace(2);
        float[] x = [1, 4, 3, 8];
        var batch = new Batch<float>(2, x, new float[2]);
        network.Forward(x, new float[2]);
        network.Cost(batch, workspace);
        Assert.Equal([0, 0, 1, 1], Averages(network));

        // Means 2 and 6, unbiased variances 2 and 8.
        network.Gradient(batch, new float[network.Layout.Length], workspace);
        Close([0.2f, 0.6f, 1.1f, 1.7f], Averages(network));
        network.Forward(batch, new float[2], workspace);
        network.Backward(batch, [1, 1], new float[network.Layout.Length], workspace);
        Close([0.38f, 1.14f, 1.19f, 2.33f], Averages(network));

        var file = new MemoryStream();
        network.Save(file);
        file.Position = 0;
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "0.running_mean", "0.running_var"], TensorFile.Read(file).Tensors.Select(tensor => tensor.Name).OrderBy(name => name.Contains("running")));
        INetwork<float> again = compiled.Create("Kept", 2);
        file.Position = 0;
        again.Load(file);
        Assert.Equal(Averages(network), Averages(again));
        Assert.Equal(network.Predict(x), again.Predict(x));

        static void Close(float[] expected, float[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    private static float[] Averages(INetwork<float> network)
    {
        float[] averages = new float[network.StatisticsLayout.Count];
        network.StatisticsLayout.CopyTo(network.Statistics, averages);
        return averages;
    }
}
