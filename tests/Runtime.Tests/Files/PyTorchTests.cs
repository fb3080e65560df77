using System;
using System.Linq;
using NetGen.Files;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Networks that go to PyTorch and come from it, by tests/pytorch/roundtrip.py.</summary>
public sealed class PyTorchTests
{
    // Both compute in float; probabilities and activations here stay below 10.
    private const float Tolerance = 1e-5f;

    private static NetworkDescription Other { get; } = new(
        "Other", [11],
        [
            new DenseDescription("Dense1", [0], 33), new ActivateDescription("LeakyReLU1", [1], Activation.LeakyReLU, 0.05),
            new DenseDescription("Dense2", [2], 6, Bias: false), new ActivateDescription("Sigmoid1", [3], Activation.Sigmoid),
            new DenseDescription("Dense3", [4], 2),
        ]);

    private static NetworkDescription Trained { get; } = new(
        "Trained", [7],
        [
            new DenseDescription("Dense1", [0], 17), new ActivateDescription("ReLU1", [1], Activation.ReLU), new DropoutDescription("Dropout1", [2], 0.2),
            new DenseDescription("Dense2", [3], 9, Bias: false), new ActivateDescription("Tanh1", [4], Activation.Tanh),
            new DenseDescription("Dense3", [5], 3), new ActivateDescription("Softmax1", [6], Activation.Softmax),
        ],
        Loss.CrossEntropy);

    [PyTorchFact]
    public void ANetworkSavedHerePredictsTheSameThere()
    {
        foreach (NetworkDescription description in (NetworkDescription[])[FileNets.Chain, Other])
        {
            using var folder = new Folder();
            var network = new ReferenceNetwork<float>(description, 5);
            network.Save(folder["model.safetensors"]);
            float[] inputs = [.. Enumerable.Range(0, 20 * description.InputSize).Select(index => MathF.Sin(index))];
            float[] outputs = new float[20 * description.OutputSize];
            network.Forward(inputs, outputs);
            var examples = new TensorFileWriter();
            examples.Add<float>("inputs", [20, description.InputSize], inputs);
            examples.Save(folder["examples.safetensors"]);

            PyTorch.Run("predict", folder["model.safetensors"], folder["examples.safetensors"], folder["outputs.safetensors"]);
            AssertClose(outputs, Values(TensorFile.Read(folder["outputs.safetensors"]), "outputs"));
        }
    }

    [PyTorchFact]
    public void ANetworkTrainedTherePredictsTheSameHere()
    {
        using var folder = new Folder();
        PyTorch.Run("train", folder["model.safetensors"], folder["examples.safetensors"]);
        TensorFile examples = TensorFile.Read(folder["examples.safetensors"]);
        var network = new ReferenceNetwork<float>(Trained, 5);
        float[] expected = Values(examples, "outputs");
        float[] outputs = new float[expected.Length];

        network.Forward(Values(examples, "inputs"), outputs);
        Assert.Contains(expected.Zip(outputs), pair => MathF.Abs(pair.First - pair.Second) > 0.1f);

        network.Load(folder["model.safetensors"]);
        network.Forward(Values(examples, "inputs"), outputs);
        AssertClose(expected, outputs);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    private static float[] Values(TensorFile file, string name)
    {
        float[] values = new float[NetworkDescription.Elements(file[name].Shape)];
        file.CopyTo<float>(name, values);
        return values;
    }
}
