using System.Text.RegularExpressions;

namespace NetGen.Fuzz;

/// <summary>The kind of an error: its message without what differs from file to file.</summary>
internal static partial class Pattern
{
    private const int Longest = 150;

    public static string Of(Exception error)
    {
        // A list of mismatches counts as its first.
        string text = string.Join(" / ", error.Message.Split('\n').Take(2));
        text = Json().Replace(text, "…");
        text = Mismatch().Replace(text, "…: expected");
        text = Found().Replace(text, "…");
        text = Quoted().Replace(text, "'…'");
        text = TensorType().Replace(text, "…");
        text = Number().Replace(text, "#");
        text = Lists().Replace(text, "[…]");
        text = Products().Replace(text, "# × …");
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    // What the parser of JSON says differs from version to version.
    [GeneratedRegex("(?<=(no valid JSON: |JSON array of (numbers|strings); )).*")]
    private static partial Regex Json();

    [GeneratedRegex("(?<= / ).*?: expected")]
    private static partial Regex Mismatch();

    [GeneratedRegex("(?<=(the file has |, it has )).*")]
    private static partial Regex Found();

    // Up to the quotation mark that ends a word: what is quoted may hold others.
    [GeneratedRegex("'.*?'(?=[ :;,.)]|$)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=' is ).*(?=; expected F)|(?<=bytes; expected \d+ for )\S+")]
    private static partial Regex TensorType();

    [GeneratedRegex(@"0x[0-9A-F]+|(?<=it starts )[0-9A-F]+|-?\d+(\.\d+)?(E[+-]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Lists();

    [GeneratedRegex("#( × #)+")]
    private static partial Regex Products();
}
