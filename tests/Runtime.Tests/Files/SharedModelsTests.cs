using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Files;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Files that PyTorch's weights were written to by another program.</summary>
public sealed class SharedModelsTests
{
    [SharedOracleFact]
    public void EveryModelOpens()
    {
        string[] files = Directory.GetFiles(Models, "*.safetensors");
        Assert.NotEmpty(files);
        foreach (TensorFile file in files.Select(TensorFile.Read))
        {
            Assert.NotEmpty(file.Tensors);
            foreach (TensorEntry entry in file.Tensors.Where(entry => entry.Type is "F32" or "F64"))
            {
                file.CopyTo<double>(entry.Name, new double[NetworkDescription.Elements(entry.Shape)]);
            }
        }
    }

    [SharedOracleFact]
    public void ThePerceptronPredictsAsPyTorch() => Predicts("digits_mlp", new(
        "Digits", [64],
        [
            new DenseDescription("Dense1", [0], 32), new ActivateDescription("ReLU1", [1], Activation.ReLU),
            new DenseDescription("Dense2", [2], 16), new ActivateDescription("ReLU2", [3], Activation.ReLU),
            new DenseDescription("Dense3", [4], 10),
        ]));

    [SharedOracleFact]
    [Trait("Mathematics", "G2")]
    public void TheConvolutionsWithBatchNormalizationPredictAsPyTorch() => Predicts("digits_cnn_bn", new(
        "Digits", [1, 8, 8],
        [
            new Conv2DDescription("Conv2D1", [0], 6, new SlidingWindow(3, 1, 1, 1), new SlidingWindow(3, 1, 1, 1)), new BatchNormDescription("BatchNorm1", [1]),
            new ActivateDescription("ReLU1", [2], Activation.ReLU), new MaxPool2DDescription("Pool1", [3], 2, 2, 2, 2),
            new Conv2DDescription("Conv2D2", [4], 12, new SlidingWindow(3), new SlidingWindow(3)), new ActivateDescription("Tanh1", [5], Activation.Tanh),
            new FlattenDescription("Flatten1", [6]), new DropoutDescription("Dropout1", [7], 0.2), new DenseDescription("Dense1", [8], 10),
        ]));

    [SharedOracleFact]
    public void TheLSTMPredictsAsPyTorch() => Predicts(
        "digits_lstm", new("Digits", [8, 8], [new LSTMDescription("LSTM1", [0], 12), new DenseDescription("Dense1", [1], 10)]),
        TensorNaming.Map(new Dictionary<string, string>
        {
            ["LSTM1.InputWeights"] = "rnn.weight_ih_l0",
            ["LSTM1.StateWeights"] = "rnn.weight_hh_l0",
            ["LSTM1.InputBias"] = "rnn.bias_ih_l0",
            ["LSTM1.StateBias"] = "rnn.bias_hh_l0",
            ["Dense1.Weights"] = "fc.weight",
            ["Dense1.Bias"] = "fc.bias",
        }));

    [SharedOracleFact]
    public void AModelOfOtherLayersIsRefused()
    {
        var network = new ReferenceNetwork<float>(FileNets.Chain);
        string message = Assert.Throws<InvalidDataException>(() => network.Load(Path.Combine(Models, "digits_cnn_bn.safetensors"))).Message;
        Assert.StartsWith("digits_cnn_bn.safetensors: The file does not fit Chain:\n0.weight: expected [17, 7], the file has [6, 1, 3, 3]\n", message);
        Assert.Contains("\n1.num_batches_tracked: expected no such tensor, the file has I64 [1]", message);
    }

    private static string Models => Path.Combine(SharedOracle.Folder!, "models");

    // float64 sums of PyTorch's in another order: each output within 64 + 32 + 16 roundings of terms that are below 100.
    private static void Predicts(string name, NetworkDescription description, TensorNaming? names = null)
    {
        var network = new ReferenceNetwork<double>(description);
        network.Load(Path.Combine(Models, $"{name}.safetensors"), names);
        TensorFile io = TensorFile.Read(Path.Combine(Models, $"{name}.io.safetensors"));
        double[] inputs = Values(io, "input");
        double[] expected = Values(io, "output_f64");
        double[] outputs = new double[expected.Length];
        network.Forward(inputs, outputs);
        Assert.All(expected.Zip(outputs), pair => Assert.Equal(pair.First, pair.Second, 1e-11));
    }

    private static double[] Values(TensorFile file, string name)
    {
        double[] values = new double[NetworkDescription.Elements(file[name].Shape)];
        file.CopyTo<double>(name, values);
        return values;
    }
}
