using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using NetGen.Files;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

public sealed class TensorFileWriterTests
{
    [Fact]
    public void TheFileIsThisTextAndTheseBytes()
    {
        var writer = new TensorFileWriter();
        writer.Add<float>("β", [2], [1f, -2f]);
        writer.Add<double>("d", [1, 1], [0.5]);
        writer.Note("z", "\"1\"");
        writer.Note("a", "[]");
        string header = """{"__metadata__":{"a":"[]","z":"\"1\""},"d":{"dtype":"F64","shape":[1,1],"data_offsets":[0,8]},"β":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""";
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] padded = [.. text, .. Enumerable.Repeat((byte)' ', (8 - (text.Length % 8)) % 8)];
        Assert.Equal(RawFile.Of(padded, [.. BitConverter.GetBytes(0.5), .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(-2f)]), Written(writer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("12")]
    [InlineData("123")]
    [InlineData("1234567")]
    public void TheDataIsAligned(string note)
    {
        var writer = new TensorFileWriter();
        writer.Add<float>("odd", [1], [1f]);
        writer.Add<double>("d", [1], [1.0]);
        writer.Note("n", note);
        byte[] file = Written(writer);
        int header = (int)BitConverter.ToUInt64(file);
        Assert.Equal(0, header % 8);
        Assert.Contains("\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}", Encoding.UTF8.GetString(file.AsSpan(8, header)));
        TensorFile.Read(file);
    }

    [Fact]
    public void WhatIsWrittenIsReadWithItsBits()
    {
        float[] values = [0f, -0f, float.NaN, float.NegativeInfinity, float.Epsilon, 0.1f];
        string awkward = "\u0000 \"\\ \n é 😀 \u2028";
        var writer = new TensorFileWriter();
        writer.Add<float>(awkward, [2, 1, 3], values);
        writer.Add<float>("one", [], [7f]);
        writer.Add<double>("none", [0, int.MaxValue, int.MaxValue], []);
        writer.Note(awkward, awkward);
        writer.Note("", "");
        TensorFile file = TensorFile.Read(Written(writer));
        float[] read = new float[6];
        file.CopyTo<float>(awkward, read);
        Assert.Equal(values.Select(BitConverter.SingleToUInt32Bits), read.Select(BitConverter.SingleToUInt32Bits));
        Assert.Equal([2, 1, 3], file[awkward].Shape.ToArray());
        Assert.Empty(file["one"].Shape);
        Assert.Equal(awkward, file.Metadata[awkward]);
        Assert.Equal("", file.Metadata[""]);
    }

    [Fact]
    public void ValuesAreThoseOfTheTimeTheyWereAdded()
    {
        float[] values = [1f];
        var writer = new TensorFileWriter();
        writer.Add<float>("w", [1], values);
        byte[] before = Written(writer);
        values[0] = 2f;
        Assert.Equal(before, Written(writer));
    }

    [Fact]
    public void NamesThatCannotBeUsedAreRefused()
    {
        var writer = new TensorFileWriter();
        writer.Add<float>("w", [1], [1f]);
        Assert.StartsWith("A tensor cannot be named ''", Refused(""));
        Assert.StartsWith("A tensor cannot be named '__metadata__'", Refused("__metadata__"));
        Assert.StartsWith("Two tensors are named 'w'; expected each name once.", Refused("w"));
        Assert.Contains("has half of a surrogate pair; expected Unicode.", Refused("\ud800"));
        Assert.Throws<ArgumentNullException>("name", () => writer.Add<float>(null!, [1], [1f]));
        Assert.Single(TensorFile.Read(Written(writer)).Tensors);

        string Refused(string name) => Assert.Throws<ArgumentException>("name", () => writer.Add<float>(name, [1], [1f])).Message;
    }

    [Fact]
    public void NotesThatCannotBeKeptAreRefused()
    {
        var writer = new TensorFileWriter();
        writer.Note("k", "v");
        Assert.StartsWith("'k' is noted twice", Assert.Throws<ArgumentException>("key", () => writer.Note("k", "w")).Message);
        Assert.Throws<ArgumentException>("value", () => writer.Note("l", "\udc00"));
        Assert.Throws<ArgumentNullException>("value", () => writer.Note("l", null!));
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        Assert.StartsWith("'w' is [2, 2] and has 3 values", Refused([2, 2], 3));
        Assert.StartsWith("'w' is [] and has 0 values", Refused([], 0));
        Assert.StartsWith("'w' is [-1] and has 1 values", Refused([-1], 1));
        Assert.StartsWith("'w' is [-1, -1] and has 1 values", Refused([-1, -1], 1));
        Assert.StartsWith("'w' is [65536, 65536] and has 0 values", Refused([65536, 65536], 0));
        Assert.StartsWith("'w' is without a shape and has 1 values", Refused(default, 1));

        static string Refused(ImmutableArray<int> shape, int count) =>
            Assert.Throws<ArgumentException>("shape", () => new TensorFileWriter().Add<float>("w", shape, new float[count])).Message;
    }

    private static byte[] Written(TensorFileWriter writer)
    {
        using var stream = new MemoryStream();
        writer.Write(stream);
        return stream.ToArray();
    }
}
