using System;
using System.IO;
using System.Text.Json;

namespace NetGen.Files;

/// <summary>What the strict readers of this folder share.</summary>
internal static class JsonText
{
    /// <summary>A string or a name, which JSON's escapes may have made text that is no Unicode.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException wrong)
        {
            throw new InvalidDataException($"The text {FileText.Quote(reader.ValueSpan)} has half of a surrogate pair; expected Unicode.", wrong);
        }
    }

    /// <summary>Whether a text can be written as UTF-8 and read again: it has no half of a surrogate pair.</summary>
    public static bool IsUnicode(string text)
    {
        for (int index = 0; index < text.Length; index += char.IsHighSurrogate(text[index]) ? 2 : 1)
        {
            if (char.IsSurrogate(text[index]) && (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What came, in words.</summary>
    public static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a truth value",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
