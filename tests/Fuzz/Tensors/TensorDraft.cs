using System.Text;
using System.Text.Json;

namespace NetGen.Fuzz.Tensors;

/// <summary>A safetensors file before it becomes bytes.</summary>
internal sealed class TensorDraft(IEnumerable<Entry> entries, byte[] data)
{
    public const string Metadata = "\"__metadata__\"";

    public List<Entry> Entries { get; } = [.. entries];

    public byte[] Data { get; } = data;

    /// <summary>Takes a right file apart.</summary>
    public static TensorDraft Of(byte[] file)
    {
        int start = 8 + (int)BitConverter.ToUInt64(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, start - 8));
        return new(header.RootElement.EnumerateObject().Select(EntryOf), file[start..]);
    }

    public TensorDraft Copy() => new(Entries.Select(entry => entry.Copy()), Data);

    public byte[] Header() => Encoding.UTF8.GetBytes($"{{{string.Join(',', Entries)}}}");

    private static Entry EntryOf(JsonProperty member) =>
        new(Literal(member.Name), member.Value.EnumerateObject().Select(field => (Literal(field.Name), field.Value.GetRawText())));

    private static string Literal(string text) => JsonSerializer.Serialize(text);
}
