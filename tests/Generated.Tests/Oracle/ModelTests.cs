using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Files;
using NetGen.Generated.Tests.Support;
using NetGen.Oracle;
using Xunit;

namespace NetGen.Generated.Tests.Oracle;

/// <summary>Models that PyTorch trained, loaded from its files by compiled networks.</summary>
public sealed class ModelTests
{
    [SharedOracleFact]
    [Trait("Mathematics", "G2")]
    public void TheConvolutionsWithBatchNormalizationPredictAsPyTorch() => Predicts("digits_cnn_bn", null, NetworkDeclaration.Of(
        "Digits", [1, 8, 8],
        new Conv(6, Activation.Identity, new ConvAxis(3, Padding: 1), new ConvAxis(3, Padding: 1)), new BatchNorm(), new Activate(Activation.ReLU), new MaxPool2D(2, 2),
        new Conv(12, Activation.Tanh, new ConvAxis(3), new ConvAxis(3)), new Flatten(), new Dropout(0.2), new Dense(10)));

    [SharedOracleFact]
    public void ThePerceptronPredictsAsPyTorch() => Predicts("digits_mlp", null, NetworkDeclaration.Of(
        "Digits", [64], new Dense(32, Activation.ReLU), new Dense(16, Activation.ReLU), new Dense(10)));

    [SharedOracleFact]
    public void TheClassifierOfIrisesPredictsAsPyTorch() => Predicts("iris_mlp_softmax", null, NetworkDeclaration.Of(
        "Irises", [4], new Dense(8, Activation.Sigmoid), new Dense(3, Activation.Softmax)));

    [SharedOracleFact]
    public void TheLSTMPredictsAsPyTorch() => Predicts(
        "digits_lstm",
        TensorNaming.Map(new Dictionary<string, string>
        {
            ["LSTM1.InputWeights"] = "rnn.weight_ih_l0",
            ["LSTM1.StateWeights"] = "rnn.weight_hh_l0",
            ["LSTM1.InputBias"] = "rnn.bias_ih_l0",
            ["LSTM1.StateBias"] = "rnn.bias_hh_l0",
            ["Dense1.Weights"] = "fc.weight",
            ["Dense1.Bias"] = "fc.bias",
        }),
        NetworkDeclaration.Of("Digits", [8, 8], new LSTM(12), new Dense(10)));

    /// <summary>PyTorch's own float32 lies as far from its float64 as the model's description says, at most 2.1e-6; the project's rule for float is ten times that.</summary>
    private static void Predicts(string name, TensorNaming? names, NetworkDeclaration declaration)
    {
        string folder = Path.Combine(SharedOracle.Folder!, "models");
        TensorFile io = TensorFile.Read(Path.Combine(folder, $"{name}.io.safetensors"));
        float[] inputs = Array.ConvertAll(Values(io, "input"), value => (float)value);
        double[] expected = Values(io, "output_f64");
        foreach (VectorForm form in Enum.GetValues<VectorForm>())
        {
            using CompiledNetworks compiled = NetworkCompiler.Compile([declaration], form);
            if (compiled.Has(declaration.Name))
            {
                INetwork<float> network = compiled.Create(declaration.Name, 1);
                network.Load(Path.Combine(folder, $"{name}.safetensors"), names);
                Assert.All(expected.Zip(network.Predict(inputs)), pair => Assert.Equal(pair.First, pair.Second, 2.1e-5));
            }
        }
    }

    private static double[] Values(TensorFile file, string name)
    {
        double[] values = new double[NetworkDescription.Elements(file[name].Shape)];
        file.CopyTo<double>(name, values);
        return values;
    }
}
