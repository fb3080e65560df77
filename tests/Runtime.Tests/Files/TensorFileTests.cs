using System;
using System.IO;
using System.Linq;
using NetGen.Files;
using NetGen.Fuzz;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

public sealed class TensorFileTests
{
    private static readonly float[] Awkward = [0f, -0f, 1f, -1.5f, float.Epsilon, float.MaxValue, float.NaN, float.NegativeInfinity];

    [Fact]
    public void EntriesAndMetadataAreThoseOfTheHeader()
    {
        TensorFile file = TensorFile.Read(RawFile.Of(
            """{"__metadata__":{"a":"1","β":"\n"},"later":{"dtype":"F32","shape":[],"data_offsets":[8,12]},"m":{"data_offsets":[0,8],"shape":[1,2],"dtype":"F32"},"none":{"dtype":"F32","shape":[3,0],"data_offsets":[8,8]}}   """,
            new byte[12]));
        Assert.Equal(["later F32 []", "m F32 [1,2]", "none F32 [3,0]"], file.Tensors.Select(entry => $"{entry.Name} {entry.Type} [{string.Join(",", entry.Shape)}]"));
        Assert.Equal(2, file.Metadata.Count);
        Assert.Equal("\n", file.Metadata["β"]);
        Assert.True(file.Contains("m"));
        Assert.False(file.Contains("n"));
        Assert.Equal(new TensorEntry("m", "F32", [1, 2]), file["m"]);
        Assert.NotEqual(new TensorEntry("m", "F32", [2, 1]), file["m"]);
    }

    [Fact]
    public void AFileWithoutTensorsIsAFile() => Assert.Empty(TensorFile.Read(RawFile.Of("{}")).Tensors);

    [Fact]
    public void FloatsKeepTheirBits() =>
        AssertBits(Awkward, Read<float>(RawFile.OfTensor("F32", "[8]", RawFile.Bytes(BitConverter.GetBytes, Awkward))));

    [Fact]
    public void DoublesKeepTheirBits()
    {
        double[] values = [0.1, -0.0, double.Epsilon, double.MaxValue, double.PositiveInfinity, 1 / 3.0];
        Assert.Equal(values, Read<double>(RawFile.OfTensor("F64", "[2,3]", RawFile.Bytes(BitConverter.GetBytes, values))));
    }

    [Fact]
    public void DoublesBecomeTheNearestFloats()
    {
        double[] values = [0.1, 1 + Math.ScaleB(1, -25), Math.ScaleB(1, -149), Math.ScaleB(1, -151), double.NegativeInfinity];
        AssertBits([0.1f, 1f, float.Epsilon, 0f, float.NegativeInfinity], Read<float>(RawFile.OfTensor("F64", "[5]", RawFile.Bytes(BitConverter.GetBytes, values))));
    }

    [Fact]
    public void EveryHalfIsReadExactly()
    {
        Half[] values = [.. Enumerable.Range(0, 1 << 16).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))];
        byte[] file = RawFile.OfTensor("F16", "[256,256]", RawFile.Bytes(BitConverter.GetBytes, values));
        Assert.Equal(values.Select(value => (float)value), Read<float>(file));
        Assert.Equal(values.Select(value => (double)value), Read<double>(file));
    }

    [Theory]
    [InlineData(0x3F80, 1f)]
    [InlineData(0xC040, -3f)]
    [InlineData(0x3DCD, 0.10009765625f)]
    [InlineData(0x7F7F, 3.38953139e38f)]
    [InlineData(0x0001, 9.18354962e-41f)]
    [InlineData(0x8000, -0f)]
    [InlineData(0x7F80, float.PositiveInfinity)]
    [InlineData(0x7FC0, float.NaN)]
    public void BrainFloatsAreTheUpperHalfOfAFloat(int bits, float expected)
    {
        byte[] file = RawFile.OfTensor("BF16", "[1]", BitConverter.GetBytes((ushort)bits));
        Assert.Equal(expected, Read<float>(file)[0]);
        Assert.Equal(expected, Read<double>(file)[0]);
    }

    [Theory]
    [InlineData("I64", 8)]
    [InlineData("BOOL", 1)]
    [InlineData("C64", 8)]
    [InlineData("F8_E4M3", 1)]
    [InlineData("F4", 3)]
    public void AForeignTypeOpensAndIsNamedWhenItsNumbersAreAskedFor(string type, int bytes)
    {
        TensorFile file = TensorFile.Read(RawFile.OfTensor(type, "[1]", new byte[bytes]));
        Assert.Equal(type, file["w"].Type);
        Assert.Equal($"'w' is {type}; expected F32, F64, F16 or BF16.", Assert.Throws<InvalidDataException>(() => file.CopyTo<float>("w", new float[1])).Message);
    }

    [Fact]
    public void ADoubleThatNoFloatCanHoldIsRefused()
    {
        TensorFile file = TensorFile.Read(RawFile.OfTensor("F64", "[2,2]", RawFile.Bytes(BitConverter.GetBytes, 1.0, 2.0, 1e39, 3.0)));
        Assert.Equal("'w' has 1E+39 at [1, 0]; expected numbers that a float can hold.", Assert.Throws<InvalidDataException>(() => file.CopyTo<float>("w", new float[4])).Message);
        file.CopyTo<double>("w", new double[4]);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        TensorFile file = TensorFile.Read(RawFile.OfTensor("F32", "[1,2]", new byte[8]));
        Assert.StartsWith("'w' is [1, 2], 2 elements; the span has 3.", Assert.Throws<ArgumentException>("values", () => file.CopyTo<float>("w", new float[3])).Message);
        Assert.StartsWith("No tensor is named 'v'; the file has 1: w.", Assert.Throws<ArgumentException>("name", () => file.CopyTo<float>("v", new float[2])).Message);
        Assert.Equal("Tensor files are written from and read into float and double, not Half.", Assert.Throws<NotSupportedException>(() => file.CopyTo<Half>("w", new Half[2])).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public void AnUnseekableStreamOfUnknownLengthIsRead(int piece)
    {
        float[] values = [.. Enumerable.Range(0, 70_000).Select(index => index / 7f)];
        byte[] file = RawFile.OfTensor("F32", "[70000]", RawFile.Bytes(BitConverter.GetBytes, values));
        Assert.Equal(values, Read<float>(TensorFile.Read(new PiecewiseStream(file, piece))));
    }

    [Fact]
    public void APromisedLengthTakesNoMemory()
    {
        byte[] file = RawFile.Of("""{"w":{"dtype":"F32","shape":[500000000],"data_offsets":[0,2000000000]}}""", new byte[100]);
        byte[] header = [.. RawFile.Length(99_999_999), (byte)'{'];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => TensorFile.Read(new PiecewiseStream(file)));
        Assert.Throws<InvalidDataException>(() => TensorFile.Read(new PiecewiseStream(header)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void AFileIsNamedInFrontOfWhatIsWrong()
    {
        using var folder = new Folder();
        File.WriteAllBytes(folder["bad.safetensors"], [1, 2]);
        Assert.StartsWith("bad.safetensors: The file ends after 2 bytes", Assert.Throws<InvalidDataException>(() => TensorFile.Read(folder["bad.safetensors"])).Message);
        File.WriteAllBytes(folder["foreign.safetensors"], RawFile.OfTensor("I32", "[1]", new byte[4]));
        Assert.StartsWith("foreign.safetensors: 'w' is I32", Assert.Throws<InvalidDataException>(() => TensorFile.Read(folder["foreign.safetensors"]).CopyTo<float>("w", new float[1])).Message);
    }

    [Fact]
    public void APathWithoutAFileIsAnError()
    {
        using var folder = new Folder();
        Assert.Throws<FileNotFoundException>(() => TensorFile.Read(folder["absent"]));
        Assert.EndsWith("is a folder; expected a safetensors file.", Assert.Throws<IOException>(() => TensorFile.Read(folder[""])).Message);
    }

    private static T[] Read<T>(byte[] file)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Read<T>(TensorFile.Read(file));

    private static T[] Read<T>(TensorFile file)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        T[] values = new T[NetworkDescription.Elements(file["w"].Shape)];
        file.CopyTo<T>("w", values);
        return values;
    }

    private static void AssertBits(float[] expected, float[] actual) =>
        Assert.Equal(expected.Select(BitConverter.SingleToUInt32Bits), actual.Select(BitConverter.SingleToUInt32Bits));
}
