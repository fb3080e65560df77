using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Unicode;
using static System.FormattableString;

namespace NetGen.Files;

/// <summary>
/// The JSON header of a safetensors file: <c>{name: {dtype, shape, data_offsets}, "__metadata__": {string: string}}</c>.
/// </summary>
internal sealed record TensorHeader(ImmutableArray<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    public const string MetadataName = "__metadata__";

    /// <summary>The longest header that the format allows, in bytes.</summary>
    public const int Longest = 100_000_000;

    // The header, an entry, its shape.
    private const int Depth = 3;

    /// <summary>The bytes of all tensors, which lie one after another without a gap.</summary>
    public long DataLength => Tensors.Length == 0 ? 0 : Tensors.Max(tensor => tensor.End);

    /// <summary>Reads a header; nothing in it is trusted.</summary>
    /// <exception cref="InvalidDataException">The header is wrong; the message says what was expected and what came.</exception>
    public static TensorHeader Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new InvalidDataException("The header is not valid UTF-8.");
        }

        if (json is not [(byte)'{', ..])
        {
            throw new InvalidDataException($"The header starts {FileText.Quote(json[..Math.Min(json.Length, 8)])}; expected a JSON object, which starts '{{'.");
        }

        try
        {
            return Read(json);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"The header is no valid JSON: {FileText.Line(wrong.Message)}", wrong);
        }
    }

    private static TensorHeader Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });
        var tensors = ImmutableArray.CreateBuilder<StoredTensor>();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = JsonText.Read(ref reader);
            if (!names.Add(name))
            {
                throw new InvalidDataException($"The header names {FileText.Quote(name)} twice; expected each name once.");
            }

            reader.Read();
            if (name == MetadataName)
            {
                ReadMetadata(ref reader, metadata);
            }
            else
            {
                tensors.Add(TensorEntryReader.Read(ref reader, name));
            }
        }

        reader.Read();
        ImmutableArray<StoredTensor> inOrder = [.. tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End)];
        ExpectNoGap(inOrder);
        return new(tensors.ToImmutable(), metadata);
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, Dictionary<string, string> metadata)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InvalidDataException($"{MetadataName} is {JsonText.Kind(reader.TokenType)}; expected an object of strings.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = JsonText.Read(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new InvalidDataException($"{MetadataName}: {FileText.Quote(key)} is {JsonText.Kind(reader.TokenType)}; expected a string.");
            }

            if (!metadata.TryAdd(key, JsonText.Read(ref reader)))
            {
                throw new InvalidDataException($"{MetadataName} names {FileText.Quote(key)} twice; expected each key once.");
            }
        }
    }

    private static void ExpectNoGap(ImmutableArray<StoredTensor> inOrder)
    {
        long end = 0;
        string before = "the start of the data";
        foreach (StoredTensor tensor in inOrder)
        {
            string name = FileText.Quote(tensor.Entry.Name);
            if (tensor.Begin != end)
            {
                throw new InvalidDataException(Invariant(
                    $"{name}: data_offsets [{tensor.Begin}, {tensor.End}] {(tensor.Begin < end ? "overlap" : "leave a gap after")} {before}; expected to begin at {end}."));
            }

            end = tensor.End;
            before = name;
        }
    }
}
