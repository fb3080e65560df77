using System.IO;
using System.Linq;
using NetGen.Files;
using NetGen.Fuzz;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Every way to be wrong is an InvalidDataException that says what was expected and what came.</summary>
public sealed class HostileFileTests
{
    private const string A = "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";

    /// <summary>What is wrong with a header, and the message; the data is 8 bytes.</summary>
    public static TheoryData<string, string> Headers => new()
    {
        { "", "a header of 0 bytes; expected 2 to 100000000" },
        { "[]", "The header starts '[]'; expected a JSON object" },
        { " {}", "The header starts ' {}'; expected a JSON object" },
        { "{", "a header of 1 bytes; expected 2 to 100000000" },
        { "{\"", "The header is no valid JSON" },
        { "{}}", "The header is no valid JSON" },
        { "{} {}", "The header is no valid JSON" },
        { "{}\0", "The header is no valid JSON" },
        { "{/**/}", "The header is no valid JSON" },
        { "{" + A + ",}", "The header is no valid JSON" },
        { "{" + A + "," + A + "}", "The header names 'a' twice; expected each name once." },
        { """{"__metadata__":{},"__metadata__":{}}""", "The header names '__metadata__' twice" },
        { """{"a":{"dtype":"F32","shape":[[[1]]],"data_offsets":[0,8]}}""", "The header is no valid JSON: The maximum configured depth of 3" },
        { """{"\ud800":1}""", @"The text '\ud800' has half of a surrogate pair; expected Unicode." },
        { """{"__metadata__":[]}""", "__metadata__ is an array; expected an object of strings." },
        { """{"__metadata__":{"k":1}}""", "__metadata__: 'k' is a number; expected a string." },
        { """{"__metadata__":{"k":null}}""", "__metadata__: 'k' is null; expected a string." },
        { """{"__metadata__":{"k":{}}}""", "__metadata__: 'k' is an object; expected a string." },
        { """{"__metadata__":{"k":"1","k":"1"}}""", "__metadata__ names 'k' twice" },
        { """{"a":1}""", "'a': the entry is a number; expected an object of dtype, shape and data_offsets." },
        { """{"a":null}""", "'a': the entry is null; expected an object" },
        { """{"a":{}}""", "'a': there is no dtype; expected an object of dtype, shape and data_offsets." },
        { """{"a":{"dtype":"F32","data_offsets":[0,8]}}""", "'a': there is no shape" },
        { """{"a":{"dtype":"F32","shape":[2]}}""", "'a': there is no data_offsets" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"offset":0}}""", "'a': there is 'offset'; expected an object of dtype" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"dtype":"F32"}}""", "'a': dtype comes twice; expected it once." },
        { """{"a":{"shape":[2],"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "'a': shape comes twice" },
        { """{"a":{"dtype":"F32","data_offsets":[0,8],"data_offsets":[0,8],"shape":[2]}}""", "'a': data_offsets comes twice" },
        { """{"a":{"dtype":32,"shape":[2],"data_offsets":[0,8]}}""", "'a': dtype is a number; expected a string such as \"F32\"." },
        { """{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "'a': shape is a number; expected an array of whole numbers." },
        { """{"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}""", "'a': an element of shape is a string; expected a whole number." },
        { """{"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}""", "'a': shape has '2.0'; expected a whole number from 0 to 2147483647." },
        { """{"a":{"dtype":"F32","shape":[2e0],"data_offsets":[0,8]}}""", "'a': shape has '2e0'" },
        { """{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "'a': shape has '-2'" },
        { """{"a":{"dtype":"F32","shape":[2147483648],"data_offsets":[0,8]}}""", "'a': shape has '2147483648'" },
        { """{"a":{"dtype":"F32","shape":[18446744073709551618],"data_offsets":[0,8]}}""", "'a': shape has '18446744073709551618'" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":{}}}""", "'a': data_offsets is an object; expected an array" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[8]}}""", "'a': data_offsets are [8]; expected two numbers" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}""", "'a': data_offsets are [0, 8, 8]; expected two numbers" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "'a': data_offsets are [8, 0]; expected two numbers, begin and end" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", "'a': data_offsets has '-8'; expected a whole number from 0 to 9223372036854775807." },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,9223372036854775808]}}""", "'a': data_offsets has '9223372036854775808'" },
        { """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "'a': data_offsets [0, 8] span 8 bytes; expected 12 for F32 [3]." },
        { """{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}""", "span 8 bytes; expected 16 for F64 [2]." },
        { """{"a":{"dtype":"F32","shape":[],"data_offsets":[0,8]}}""", "span 8 bytes; expected 4 for F32 []." },
        { """{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,8]}}""", "span 8 bytes; expected 0 for F32 [0]." },
        { """{"a":{"dtype":"I64","shape":[2],"data_offsets":[0,8]}}""", "span 8 bytes; expected 16 for I64 [2]." },
        { """{"a":{"dtype":"F32","shape":[2147483647,2147483647],"data_offsets":[0,8]}}""", "span 8 bytes; expected 18446744056529682436 for F32 [2147483647, 2147483647]." },
        { """{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}}""", "has more elements than can be counted; expected 9223372036854775807 at most." },
        { """{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", "'a': shape has '4294967296'" },
        { """{"a":{"dtype":"F32","shape":[1073741824,1073741824,4,4],"data_offsets":[0,0]}}""", "has more elements than can be counted" },
        { "{" + A + ""","b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "'b': data_offsets [0, 8] overlap 'a'; expected to begin at 4." },
        { "{" + A + ""","b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "'b': data_offsets [0, 4] overlap 'a'; expected to begin at 4." },
        { "{" + A + ""","b":{"dtype":"F16","shape":[1],"data_offsets":[6,8]}}""", "'b': data_offsets [6, 8] leave a gap after 'a'; expected to begin at 4." },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "'a': data_offsets [4, 8] leave a gap after the start of the data; expected to begin at 0." },
        { "{" + A + "}", "The file goes on after its last tensor; expected 66 bytes by its header." },
        { "{}", "The file goes on after its last tensor; expected 10 bytes by its header." },
        { """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "The file is truncated: it ends after 71 bytes; expected 75 by its header." },
        { """{"a":{"dtype":"F32","shape":[536870912],"data_offsets":[0,2147483648]}}""", "The tensors take 2147483648 bytes; expected 2147483591 at most." },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void AWrongHeaderIsRefused(string header, string message) => Refused(RawFile.Of(header, new byte[8]), message);

    [Fact]
    public void TextThatIsNoUtf8IsRefused() =>
        Refused(RawFile.Of([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']), "The header is not valid UTF-8.");

    [Theory]
    [InlineData(100_000_001)]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    public void AHeaderOfGigabytesIsRefused(ulong length) =>
        Refused([.. RawFile.Length(length), .. "{}"u8], $"The file promises a header of {length} bytes; expected 2 to 100000000.");

    [Fact]
    public void EveryTruncationSaysSo()
    {
        byte[] file = RawFile.Of("{" + A + "}", new byte[4]);
        for (int length = 0; length < file.Length; length++)
        {
            Refused(file[..length], length < 8 ? $"The file ends after {length} bytes; expected 8" : $"The file is truncated: it ends after {length} bytes");
        }

        TensorFile.Read(file);
    }

    [Fact]
    public void EveryChangedByteIsAFileOrIsRefused()
    {
        byte[] file = RawFile.Of("""{"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"BF16","shape":[1,2],"data_offsets":[4,8]}}""", new byte[8]);
        int refused = 0;
        for (int place = 0; place < file.Length; place++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] changed = [.. file];
                changed[place] = (byte)value;
                try
                {
                    TensorFile.Read(changed);
                }
                catch (InvalidDataException)
                {
                    refused++;
                }
            }
        }

        Assert.InRange(refused, file.Length * 128, file.Length * 255);
    }

    [Fact]
    public void WhatAFileSaysIsQuotedOnOneShortLine()
    {
        string name = new string('n', 1_000_000);
        string header = $$"""{"\u0000\r\n{{name}}":1}""";
        string message = Assert.Throws<InvalidDataException>(() => TensorFile.Read(RawFile.Of(header))).Message;
        Assert.InRange(message.Length, 1, 300);
        Assert.DoesNotContain('\n', message);
        Assert.StartsWith(@"'\u0000\u000d\u000annn", message);
    }

    [Fact]
    public void AMillionAxesAreShortToldAndSoonRefused()
    {
        string shape = string.Join(",", Enumerable.Repeat("1", 1_000_000));
        Refused(RawFile.Of($$$"""{"a":{"dtype":"F32","shape":[{{{shape}}}],"data_offsets":[0,8]}}""", new byte[8]), "span 8 bytes; expected 4 for F32 [1000000 axes].");
    }

    private static void Refused(byte[] file, string message)
    {
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => TensorFile.Read(file)).Message);
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => TensorFile.Read(new PiecewiseStream(file, 1000))).Message);
    }
}
