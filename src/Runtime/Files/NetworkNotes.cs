using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetGen.Data;

namespace NetGen.Files;

/// <summary>A network's notes in <c>__metadata__</c>: version, producer, description and fingerprint, and the <see cref="NetworkMetadata"/>.</summary>
internal static class NetworkNotes
{
    public const string Description = "netgen.network";
    public const string Fingerprint = "netgen.fingerprint";

    private const string Version = "netgen.version";
    private const string Producer = "netgen.producer";
    private const string Classes = "netgen.classes";
    private const string Inputs = "netgen.inputs";
    private const string Targets = "netgen.targets";
    private const string Mean = ".mean";
    private const string Deviation = ".deviation";

    // The version of these notes: it changes when an older reader would misunderstand them.
    private const string ThisVersion = "1";

    public static void Write(TensorFileWriter writer, NetworkDescription description, NetworkMetadata metadata)
    {
        writer.Note(Version, ThisVersion);
        writer.Note(Producer, $"NetGen {typeof(NetworkNotes).Assembly.GetName().Version?.ToString(3)}");
        writer.Note(Description, DescriptionFingerprint.Text(description));
        writer.Note(Fingerprint, description.Fingerprint);
        if (!metadata.Classes.IsDefaultOrEmpty)
        {
            writer.Note(Classes, Array(json => metadata.Classes.ToList().ForEach(json.WriteStringValue)));
        }

        Write(writer, Inputs, metadata.Inputs);
        Write(writer, Targets, metadata.Targets);
    }

    /// <exception cref="InvalidDataException">A note is not as this class writes it.</exception>
    public static NetworkMetadata Read(TensorFile file)
    {
        if (file.Metadata.TryGetValue(Version, out string? version) && version != ThisVersion)
        {
            throw file.Fault($"{Version} is {FileText.Quote(version)}; expected '{ThisVersion}'. A newer NetGen wrote the file: update NetGen.");
        }

        return new()
        {
            Classes = Array(file, Classes, JsonTokenType.String, (ref Utf8JsonReader json) => JsonText.Read(ref json)) ?? [],
            Inputs = Standardization(file, Inputs),
            Targets = Standardization(file, Targets),
        };
    }

    private static void Write(TensorFileWriter writer, string key, Standardization? standardization)
    {
        if (standardization is not null)
        {
            writer.Note(key + Mean, Array(json => standardization.Mean.ToList().ForEach(json.WriteNumberValue)));
            writer.Note(key + Deviation, Array(json => standardization.Deviation.ToList().ForEach(json.WriteNumberValue)));
        }
    }

    private static Standardization? Standardization(TensorFile file, string key)
    {
        ImmutableArray<double>? mean = Numbers(file, key + Mean);
        ImmutableArray<double>? deviation = Numbers(file, key + Deviation);
        if (mean is null && deviation is null)
        {
            return null;
        }

        try
        {
            return new(mean ?? [], deviation ?? []);
        }
        catch (ArgumentException wrong)
        {
            throw file.Fault($"{key}{Mean} and {key}{Deviation}: {wrong.Message}");
        }
    }

    private static ImmutableArray<double>? Numbers(TensorFile file, string key) =>
        Array(file, key, JsonTokenType.Number, (ref Utf8JsonReader json) =>
            json.TryGetDouble(out double number) && double.IsFinite(number)
                ? number
                : throw new InvalidDataException($"{FileText.Quote(json.ValueSpan)}; expected a finite number"));

    private static string Array(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private delegate T ReadElement<T>(ref Utf8JsonReader json);

    private static ImmutableArray<T>? Array<T>(TensorFile file, string key, JsonTokenType type, ReadElement<T> read)
    {
        if (!file.Metadata.TryGetValue(key, out string? text))
        {
            return null;
        }

        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 1 });
            var elements = ImmutableArray.CreateBuilder<T>();
            json.Read();
            Expect(json.TokenType, JsonTokenType.StartArray);
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                Expect(json.TokenType, type);
                elements.Add(read(ref json));
            }

            json.Read();
            return elements.ToImmutable();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidDataException)
        {
            throw file.Fault($"{key}: expected a JSON array of {(type == JsonTokenType.Number ? "numbers" : "strings")}; {FileText.Line(wrong.Message)}");
        }
    }

    private static void Expect(JsonTokenType type, JsonTokenType expected)
    {
        if (type != expected)
        {
            throw new InvalidDataException($"there is {JsonText.Kind(type)}");
        }
    }
}
