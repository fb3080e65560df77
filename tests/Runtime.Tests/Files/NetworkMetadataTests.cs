using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using NetGen.Data;
using NetGen.Files;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

public sealed class NetworkMetadataTests
{
    private static readonly NetworkMetadata Full = new()
    {
        Classes = ["0", "\"one\"", "zwölf", "\\\n", "😀"],
        Inputs = new([0.1, -1 / 3.0, 1e300, double.Epsilon, -0.0, 5, 6], [1, 0.1, double.Epsilon, double.MaxValue, 2 / 3.0, 1, 1]),
        Targets = new([1, 2, 3, 4, 5], [1, 1, 1, 1, 0.7]),
    };

    [Fact]
    public void ItComesBackToTheSameBits()
    {
        NetworkMetadata again = FileNets.New<float>(FileNets.Chain, 2).Load(FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1), Full));
        Assert.Equal(Full.Classes.ToArray(), again.Classes.ToArray());
        AssertSame(Full.Inputs!, again.Inputs);
        AssertSame(Full.Targets!, again.Targets);
    }

    [Fact]
    public void AFileSaysWhatItIs()
    {
        IReadOnlyDictionary<string, string> notes = TensorFile.Read(FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1))).Metadata;
        Assert.Equal(["netgen.fingerprint", "netgen.network", "netgen.producer", "netgen.version"], notes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("1", notes["netgen.version"]);
        Assert.Matches(@"^NetGen \d+\.\d+\.\d+$", notes["netgen.producer"]);
        Assert.Equal(
            "input 7\ndense 17 with bias of 0\nactivate ReLU of 1\ndropout 0.2 of 2\ndense 5 with bias of 3\nactivate Softmax of 4\nloss CrossEntropy Mean\n",
            notes["netgen.network"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notes["netgen.network"]))), notes["netgen.fingerprint"]);
    }

    [Fact]
    public void AFileOfAnotherProgramHasNone()
    {
        ReferenceNetwork<float> network = FileNets.New<float>(FileNets.Chain, 1);
        NetworkMetadata metadata = network.Load(FileNets.File(writer =>
        {
            writer.Note("format", "pt");
            NetworkFile.Add<float>(writer, FileNets.Chain, network.Layout, network.Parameters);
        }));
        Assert.Empty(metadata.Classes);
        Assert.Null(metadata.Inputs);
        Assert.Null(metadata.Targets);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 3)]
    [InlineData(3, 0)]
    public void OneOutputMayTellTwoClassesApart(int outputs, int classes)
    {
        NetworkMetadata metadata = new() { Classes = [.. Enumerable.Range(0, classes).Select(name => $"{name}")] };
        NetworkDescription description = new("Judge", [2], [new DenseDescription("Dense1", [0], outputs)]);
        NetworkMetadata again = FileNets.New<float>(description, 2).Load(FileNets.Saved(FileNets.New<float>(description, 1), metadata));
        Assert.Equal(metadata.Classes.ToArray(), again.Classes.ToArray());
    }

    [Fact]
    public void WhatDoesNotFitTheNetworkIsNotSaved()
    {
        NetworkMetadata wrong = new() { Classes = ["a", null!, "\ud800"], Inputs = new([0], [1]), Targets = new([0, 0], [1, 1]) };
        Assert.StartsWith(
            """
            The metadata does not fit Chain:
            classes: expected 5 for 5 outputs, there are 3
            classes: class 1 is null; expected its name
            classes: class 2, '�', has half of a surrogate pair; expected Unicode
            standardization of the inputs: expected 7 columns, there are 1
            standardization of the targets: expected 5 columns, there are 2
            """,
            Assert.Throws<ArgumentException>("metadata", () => FileNets.Saved(FileNets.New<float>(FileNets.Chain, 1), wrong)).Message);
    }

    public static TheoryData<string, string, string> Damaged => new()
    {
        { "netgen.version", "2", "netgen.version is '2'; expected '1'. A newer NetGen wrote the file: update NetGen." },
        { "netgen.classes", "a", "netgen.classes: expected a JSON array of strings; 'a' is an invalid start of a value." },
        { "netgen.classes", "", "netgen.classes: expected a JSON array of strings; " },
        { "netgen.classes", "{}", "netgen.classes: expected a JSON array of strings; there is an object" },
        { "netgen.classes", "[1]", "netgen.classes: expected a JSON array of strings; there is a number" },
        { "netgen.classes", "[\"a\"] 1", "netgen.classes: expected a JSON array of strings; " },
        { "netgen.classes", "[[]]", "netgen.classes: expected a JSON array of strings; The maximum configured depth of 1" },
        { "netgen.classes", "[\"a\"]", "The file does not fit Chain:\nclasses: expected 5 for 5 outputs, there are 1" },
        { "netgen.inputs.mean", "[\"a\"]", "netgen.inputs.mean: expected a JSON array of numbers; there is a string" },
        { "netgen.inputs.mean", "[1e999]", "netgen.inputs.mean: expected a JSON array of numbers; '1e999'; expected a finite number" },
        { "netgen.inputs.mean", "[0]", "netgen.inputs.mean and netgen.inputs.deviation: There are 1 means and 0 deviations" },
        { "netgen.targets.deviation", "[0]", "netgen.targets.mean and netgen.targets.deviation: There are 0 means and 1 deviations" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void DamagedNotesAreRefusedBeforeAnythingIsLoaded(string key, string value, string message)
    {
        ReferenceNetwork<float> network = FileNets.New<float>(FileNets.Chain, 1);
        float[] before = network.Parameters.ToArray();
        TensorFile file = FileNets.File(writer =>
        {
            writer.Note(key, value);
            NetworkFile.Add<float>(writer, FileNets.Chain, network.Layout, new float[network.Layout.Length]);
        });
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => network.Load(file)).Message);
        Assert.Equal(before, network.Parameters);
    }

    [Fact]
    public void StandardizationOfAnotherWidthIsAMismatchAmongOthers()
    {
        NetworkDescription narrow = FileNets.Of("Narrow", 6, 17, 5);
        byte[] file = FileNets.Saved(FileNets.New<float>(narrow, 1), new() { Inputs = new([0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]) });
        Assert.Equal(
            "The file does not fit Chain:\n0.weight: expected [17, 7], the file has [17, 6]\nstandardization of the inputs: expected 7 columns, there are 6",
            Assert.Throws<InvalidDataException>(() => FileNets.New<float>(FileNets.Chain, 1).Load(file)).Message);
    }

    private static void AssertSame(Standardization expected, Standardization? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Mean.Select(BitConverter.DoubleToInt64Bits), actual.Mean.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(expected.Deviation.Select(BitConverter.DoubleToInt64Bits), actual.Deviation.Select(BitConverter.DoubleToInt64Bits));
    }
}
