using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using static System.FormattableString;

namespace NetGen.Files;

/// <summary>Reads one entry of a header: <c>{"dtype": "F32", "shape": [10, 16], "data_offsets": [0, 640]}</c>.</summary>
internal static class TensorEntryReader
{
    private const string Expected = "expected an object of dtype, shape and data_offsets";

    public static StoredTensor Read(ref Utf8JsonReader reader, string name)
    {
        Expect(ref reader, JsonTokenType.StartObject, name, "the entry", Expected);
        string? type = null;
        ImmutableArray<long>? shape = null;
        ImmutableArray<long>? offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = JsonText.Read(ref reader);
            reader.Read();
            switch (key)
            {
                case "dtype" when type is null:
                    Expect(ref reader, JsonTokenType.String, name, key, "expected a string such as \"F32\"");
                    type = JsonText.Read(ref reader);
                    break;
                case "shape" when shape is null:
                    shape = Numbers(ref reader, name, key, int.MaxValue);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = Numbers(ref reader, name, key, long.MaxValue);
                    break;
                default:
                    throw Fault(name, key is "dtype" or "shape" or "data_offsets"
                        ? $"{key} comes twice; expected it once."
                        : $"there is {FileText.Quote(key)}; {Expected}.");
            }
        }

        return type is null ? throw Missing(name, "dtype")
            : shape is null ? throw Missing(name, "shape")
            : offsets is null ? throw Missing(name, "data_offsets")
            : Checked(new(name, type, [.. shape.Value.Select(size => (int)size)]), offsets.Value);
    }

    private static StoredTensor Checked(TensorEntry entry, ImmutableArray<long> offsets)
    {
        if (offsets.Length != 2 || offsets[0] > offsets[1])
        {
            throw Fault(entry.Name, $"data_offsets are [{string.Join(", ", offsets)}]; expected two numbers, begin and end, the end not before the begin.");
        }

        var tensor = new StoredTensor(entry, offsets[0], offsets[1]);
        Int128 elements = Elements(entry);
        if (ElementType.Size(entry.Type) is { } size && elements * size != tensor.Bytes)
        {
            throw Fault(entry.Name, Invariant($"data_offsets [{tensor.Begin}, {tensor.End}] span {tensor.Bytes} bytes; expected {elements * size} for {entry.Type} {FileText.Shape(entry.Shape)}."));
        }

        return tensor;
    }

    private static long Elements(TensorEntry entry)
    {
        long elements = 1;
        foreach (int size in entry.Shape)
        {
            if (size > 0 && elements > long.MaxValue / size)
            {
                throw Fault(entry.Name, Invariant($"shape {FileText.Shape(entry.Shape)} has more elements than can be counted; expected {long.MaxValue} at most."));
            }

            elements *= size;
        }

        return elements;
    }

    private static ImmutableArray<long> Numbers(ref Utf8JsonReader reader, string name, string key, long most)
    {
        Expect(ref reader, JsonTokenType.StartArray, name, key, "expected an array of whole numbers");
        var numbers = ImmutableArray.CreateBuilder<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.Number, name, $"an element of {key}", "expected a whole number");
            numbers.Add(reader.TryGetInt64(out long number) && number >= 0 && number <= most
                ? number
                : throw Fault(name, $"{key} has {FileText.Quote(reader.ValueSpan)}; expected a whole number from 0 to {most}."));
        }

        return numbers.ToImmutable();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string name, string what, string expected)
    {
        if (reader.TokenType != type)
        {
            throw Fault(name, $"{what} is {JsonText.Kind(reader.TokenType)}; {expected}.");
        }
    }

    private static InvalidDataException Missing(string name, string key) => Fault(name, $"there is no {key}; {Expected}.");

    private static InvalidDataException Fault(string name, string what) => new($"{FileText.Quote(name)}: {what}");
}
