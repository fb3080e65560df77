using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Files;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

/// <summary>A file that does not fit is refused with every mismatch, and the network stays as it was.</summary>
public sealed class NetworkMismatchTests
{
    [Fact]
    public void EveryMismatchIsListedAtOnce()
    {
        byte[] file = RawFile.Of(
            """{"0.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"3.weight":{"dtype":"I8","shape":[5,17],"data_offsets":[8,93]},"3.bias":{"dtype":"F32","shape":[],"data_offsets":[93,97]},"4.weight":{"dtype":"U8","shape":[1],"data_offsets":[97,98]},"fc":{"dtype":"F16","shape":[0],"data_offsets":[98,98]}}""",
            new byte[98]);
        Refused(file, FileNets.Chain,
            """
            The file does not fit Chain:
            0.weight: expected [17, 7], the file has [1, 2]
            0.bias: expected [17], the file has no such tensor
            3.weight: expected F32, F64, F16 or BF16, the file has I8
            3.bias: expected [5], the file has []
            4.weight: expected no such tensor, the file has U8 [1]
            fc: expected no such tensor, the file has F16 [0]
            """);
    }

    [Fact]
    public void TheFileIsNamed()
    {
        using var folder = new Folder();
        new ReferenceNetwork<float>(FileNets.Of("Other", 7, 16, 5), 1).Save(folder["other.safetensors"]);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => new ReferenceNetwork<float>(FileNets.Chain).Load(folder["other.safetensors"]));
        Assert.StartsWith("other.safetensors: The file does not fit Chain:\n0.weight: expected [17, 7], the file has [16, 7]\n", refused.Message);
    }

    [Fact]
    public void AMillionWrongTensorsAreCounted()
    {
        TensorFile file = FileNets.File(writer =>
        {
            for (int index = 0; index < 1000; index++)
            {
                writer.Add<float>($"t{index}", [0], []);
            }
        });
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => new ReferenceNetwork<float>(FileNets.Chain).Load(file));
        Assert.Equal(102, refused.Message.Split('\n').Length);
        Assert.EndsWith("\nand 904 more", refused.Message);
    }

    public static TheoryData<string, string> OtherNetworks => new()
    {
        { "activation", "layer 2 (ReLU1): expected 'activate ReLU of 1', the file has 'activate Tanh of 1'" },
        { "rate", "layer 3 (Dropout1): expected 'dropout 0.2 of 2', the file has 'dropout 0.5 of 2'" },
        { "loss", "loss: expected 'loss CrossEntropy Mean', the file has 'loss CrossEntropy Sum'" },
        { "no loss", "loss: expected 'loss CrossEntropy Mean', the file has nothing" },
        { "input", "input: expected 'input 7', the file has 'input 1, 7'\nlayer 1 (Dense1): expected 'dense 17 with bias of 0', the file has 'flatten of 0'" },
    };

    [Theory]
    [MemberData(nameof(OtherNetworks))]
    public void AnotherNetworkOfTheSameShapesIsToldApart(string kind, string difference)
    {
        NetworkDescription chain = FileNets.Chain;
        NetworkDescription other = kind switch
        {
            "activation" => new("Other", [7], chain.Layers.SetItem(1, new ActivateDescription("A", [1], Activation.Tanh)), chain.Loss),
            "rate" => new("Other", [7], chain.Layers.SetItem(2, new DropoutDescription("D", [2], 0.5)), chain.Loss),
            "loss" => new("Other", [7], chain.Layers, chain.Loss, Reduction.Sum),
            "no loss" => new("Other", [7], chain.Layers),
            _ => new("Other", [1, 7], [new FlattenDescription("Flatten1", [0]), .. chain.Layers.Select(layer => layer with { Inputs = [layer.Inputs[0] + 1] })], chain.Loss),
        };
        byte[] file = FileNets.Saved(FileNets.New<float>(other, 1), names: TensorNaming.ByLayer);
        RefusedFor(file, chain, message => Assert.StartsWith("The file does not fit Chain:\n" + difference, message), TensorNaming.ByLayer);
    }

    [Fact]
    public void ANetworkOfOtherNamesIsTheSame()
    {
        var renamed = new NetworkDescription("Renamed", [7], [.. FileNets.Chain.Layers.Select(layer => layer with { Name = "New" + layer.Name })], Loss.CrossEntropy);
        var network = new ReferenceNetwork<float>(renamed, 1);
        network.Load(FileNets.Saved(FileNets.New<float>(FileNets.Chain, 2)));
        Assert.Equal(FileNets.New<float>(FileNets.Chain, 2).Parameters, network.Parameters);
    }

    [Fact]
    public void AFingerprintAloneIsCompared()
    {
        ReferenceNetwork<float> network = FileNets.New<float>(FileNets.Chain, 1);
        TensorFile file = FileNets.File(writer =>
        {
            writer.Note("netgen.fingerprint", "0123");
            NetworkFile.Add<float>(writer, FileNets.Chain, network.Layout, network.Parameters);
        });
        string message = Assert.Throws<InvalidDataException>(() => network.Load(file)).Message;
        Assert.Matches("\nfingerprint: expected [0-9a-f]{64}, the file has 0123$", message);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void NumbersThatAreNotFiniteAreRefusedWithTheirPlace(float value, string text)
    {
        ReferenceNetwork<float> network = FileNets.New<float>(FileNets.Chain, 1);
        TensorFile file = FileNets.File(writer =>
        {
            ParameterTensor[] tensors = [.. network.Layout.Tensors];
            string[] names = ["0.weight", "0.bias", "3.weight", "3.bias"];
            for (int index = 0; index < names.Length; index++)
            {
                float[] values = new float[tensors[index].Count];
                values[^1] = index is 2 or 3 ? value : 1f;
                writer.Add<float>(names[index], tensors[index].Shape, values);
            }
        });
        float[] before = network.Parameters.ToArray();
        Assert.Equal(
            $"The file does not fit Chain:\n3.weight: expected finite numbers, it has {text} at [4, 16]\n3.bias: expected finite numbers, it has {text} at [4]",
            Assert.Throws<InvalidDataException>(() => network.Load(file)).Message);
        Assert.Equal(before, network.Parameters);
    }

    [Fact]
    public void ADoubleThatIsTooLargeForAFloatLeavesTheNetworkAlone()
    {
        var doubles = new ReferenceNetwork<double>(FileNets.Chain, 1);
        doubles.Parameters[^1] = 1e300;
        Refused(FileNets.Saved(doubles), FileNets.Chain, "'3.bias' has 1E+300 at [4]; expected numbers that a float can hold.");
    }

    [Fact]
    public void MapsThatDoNotFitListWhatIsWrong()
    {
        TensorNaming names = TensorNaming.Map(new Dictionary<string, string> { ["Dense1.Weights"] = "w", ["Dense1.Bias"] = "w", ["Dense9.Bias"] = "b" });
        string message = Assert.Throws<ArgumentException>(() => FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1), names: names)).Message;
        Assert.Equal(
            """
            The map of tensor names does not fit Chain; it must name each of Dense1.Weights, Dense1.Bias, Dense2.Weights, Dense2.Bias once:
            Dense2.Weights: missing in the map
            Dense2.Bias: missing in the map
            Dense9.Bias: Chain has no such tensor
            Dense1.Bias and Dense1.Weights: both are named 'w' in the file
            """,
            message);
    }

    private static void Refused(byte[] file, NetworkDescription description, string message) =>
        RefusedFor(file, description, actual => Assert.Equal(message, actual));

    private static void RefusedFor(byte[] file, NetworkDescription description, Action<string> check, TensorNaming? names = null)
    {
        var network = new ReferenceNetwork<float>(description, 1);
        float[] before = network.Parameters.ToArray();
        check(Assert.Throws<InvalidDataException>(() => network.Load(file, names)).Message);
        Assert.Equal(before, network.Parameters);
    }
}
