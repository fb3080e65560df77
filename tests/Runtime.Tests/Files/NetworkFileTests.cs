using System;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Files;
using NetGen.Fuzz;
using NetGen.Reference;
using NetGen.Runtime.Tests.Checking;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

public sealed class NetworkFileTests
{
    public static TheoryData<string> Networks => [.. Descriptions.All.Select(description => description.Name), "OnlyActivation"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void FloatsComeBackToTheSameBits(string network) => RoundTrip<float>(network);

    [Theory]
    [MemberData(nameof(Networks))]
    public void DoublesComeBackToTheSameBits(string network) => RoundTrip<double>(network);

    [Fact]
    public void FloatsLoadIntoDoublesExactlyAndBackAgain()
    {
        var floats = new ReferenceNetwork<float>(FileNets.Chain, 1);
        var doubles = new ReferenceNetwork<double>(FileNets.Chain, 2);
        doubles.Load(FileNets.Saved(floats));
        Assert.Equal(floats.Parameters.ToArray().Select(value => (double)value), doubles.Parameters.ToArray());
        var again = new ReferenceNetwork<float>(FileNets.Chain, 3);
        again.Load(FileNets.Saved(doubles));
        Assert.Equal(floats.Parameters, again.Parameters);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 31, 2)]
    [InlineData(5, 32, 33)]
    [InlineData(3, 33, 31)]
    [InlineData(67, 65, 17)]
    public void PanelsAndPaddingAreNoPartOfTheFile(int inputs, int units, int outputs)
    {
        NetworkDescription description = FileNets.Of("Padded", inputs, units, outputs);
        ParameterLayout canonical = ParameterLayout.Canonical(description);
        ParameterLayout padded = FileNets.Padded(description);
        float[] values = [.. Enumerable.Range(1, canonical.Length).Select(value => value / 8f)];
        float[] buffer = new float[padded.Length];
        padded.CopyFrom<float>(buffer, values);

        TensorFile file = FileNets.File(writer => NetworkFile.Add<float>(writer, description, padded, buffer));
        float[] again = new float[padded.Length];
        NetworkFile.Fill<float>(file, description, padded, again);
        Assert.Equal(buffer, again);

        float[] plain = new float[canonical.Length];
        NetworkFile.Fill<float>(file, description, canonical, plain);
        Assert.Equal(values, plain);

        float[] weights = new float[units * inputs];
        file.CopyTo<float>("0.weight", weights);
        Assert.Equal([units, inputs], file["0.weight"].Shape.ToArray());
        Assert.Equal(values[..weights.Length], weights);
    }

    [Fact]
    public void PaddingIsLeftAlone()
    {
        ParameterLayout padded = FileNets.Padded(FileNets.Chain);
        float[] marked = new float[padded.Length];
        Array.Fill(marked, -7f);
        NetworkFile.Fill<float>(TensorFile.Read(FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1))), FileNets.Chain, padded, marked);
        Assert.Equal(padded.Length - padded.Count, marked.Count(value => value == -7f));
    }

    [Fact]
    public void TwoSavesAreTheSameBytes()
    {
        var metadata = new NetworkMetadata { Classes = ["a", "b", "c", "d", "e"] };
        Assert.Equal(FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1), metadata), FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1), metadata));
    }

    [Fact]
    public void PathStreamAndSpanAreOneFile()
    {
        using var folder = new Folder();
        var network = new ReferenceNetwork<float>(FileNets.Chain, 1);
        network.Save(folder["net.safetensors"]);
        byte[] bytes = File.ReadAllBytes(folder["net.safetensors"]);
        Assert.Equal(FileNets.Saved(network), bytes);
        foreach (Action<ReferenceNetwork<float>> load in (Action<ReferenceNetwork<float>>[])
            [net => net.Load(folder["net.safetensors"]), net => net.Load(new PiecewiseStream(bytes)), net => net.Load(bytes), net => net.Load(TensorFile.Read(bytes))])
        {
            var again = new ReferenceNetwork<float>(FileNets.Chain, 2);
            load(again);
            Assert.Equal(network.Parameters, again.Parameters);
        }
    }

    [Fact]
    public void ACheckpointIsAlsoANetwork()
    {
        var network = new ReferenceNetwork<float>(FileNets.Chain, 1);
        float[] first = [.. network.Parameters.ToArray().Select(value => value + 1)];
        float[] second = [.. network.Parameters.ToArray().Select(value => value + 2)];
        TensorFile file = FileNets.File(writer =>
        {
            NetworkFile.AddMetadata(writer, FileNets.Chain);
            NetworkFile.Add<float>(writer, FileNets.Chain, network.Layout, network.Parameters);
            NetworkFile.Add<float>(writer, FileNets.Chain, network.Layout, first, prefix: "training.first.");
            NetworkFile.Add<float>(writer, FileNets.Chain, network.Layout, second, prefix: "training.second.");
            writer.Note("training.steps", "12");
        });
        var again = new ReferenceNetwork<float>(FileNets.Chain, 2);
        again.Load(file);
        Assert.Equal(network.Parameters, again.Parameters);
        float[] buffer = new float[network.Layout.Length];
        NetworkFile.Fill<float>(file, FileNets.Chain, network.Layout, buffer, prefix: "training.first.");
        Assert.Equal(first, buffer);
        NetworkFile.Fill<float>(file, FileNets.Chain, network.Layout, buffer, prefix: "training.second.");
        Assert.Equal(second, buffer);
        Assert.Contains("training.third.0.weight: expected [17, 7], the file has no such tensor",
            Assert.Throws<InvalidDataException>(() => NetworkFile.Fill<float>(file, FileNets.Chain, network.Layout, buffer, prefix: "training.third.")).Message);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void WhatCouldNotBeLoadedAgainIsNotSaved(float value, string text)
    {
        using var folder = new Folder();
        var network = new ReferenceNetwork<float>(FileNets.Chain, 1);
        network.Save(folder["net.safetensors"]);
        network.Parameters[(7 * 3) + 2] = value;
        ArgumentException refused = Assert.Throws<ArgumentException>("buffer", () => network.Save(folder["net.safetensors"]));
        Assert.StartsWith($"Dense1.Weights has {text} at [3, 2]; a file of it could not be loaded again.", refused.Message);
        network.Load(folder["net.safetensors"]);
        Assert.True(float.IsFinite(network.Parameters[(7 * 3) + 2]));
    }

    [Fact]
    public void VariancesBelowZeroAreRefusedAndChangeNothing()
    {
        var network = new ReferenceNetwork<float>(new NetworkDescription("Net", [3], [new BatchNormDescription("N", [0])], Loss.HalfSquaredError), 1);
        TensorFile file = FileNets.File(writer =>
        {
            writer.Add<float>("0.weight", [3], [2, 2, 2]);
            writer.Add<float>("0.bias", [3], [1, 1, 1]);
            writer.Add<float>("0.running_mean", [3], [1, 1, 1]);
            writer.Add<float>("0.running_var", [3], [0, 1, -0.5f]);
        });
        Assert.Contains("0.running_var: expected finite numbers, 0 or more, it has -0.5 at [2]", Assert.Throws<InvalidDataException>(() => network.Load(file)).Message);
        Assert.Equal([0, 0, 0, 1, 1, 1], network.Statistics);

        network.Statistics[4] = -1;
        Assert.StartsWith("N.RunningVariance has -1 at [1]; a file of it could not be loaded again.", Assert.Throws<ArgumentException>("buffer", () => FileNets.Saved(network)).Message);
    }

    [Fact]
    public void ABufferThatDoesNotFitIsRefused()
    {
        ParameterLayout layout = ParameterLayout.Canonical(FileNets.Chain);
        Assert.Throws<ArgumentException>("buffer", () => NetworkFile.Add<float>(new(), FileNets.Chain, layout, new float[layout.Length - 1]));
        Assert.Throws<ArgumentException>("buffer", () => NetworkFile.Fill<float>(FileNets.File(_ => { }), FileNets.Chain, layout, new float[layout.Length + 1]));
    }

    private static void RoundTrip<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = Descriptions.All.FirstOrDefault(one => one.Name == name)
            ?? new(name, [3], [new ActivateDescription("Tanh1", [0], Activation.Tanh)]);
        var network = new ReferenceNetwork<T>(description, 1);
        foreach (TensorNaming names in (TensorNaming[])[TensorNaming.Sequential, TensorNaming.ByLayer])
        {
            var again = new ReferenceNetwork<T>(description, 2);
            again.Load(FileNets.Saved(network, names: names), names);
            Assert.Equal(network.Parameters, again.Parameters);
        }
    }
}
