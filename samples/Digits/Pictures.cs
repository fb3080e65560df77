using System.Text;
using Spectre.Console;

namespace NetGen.Samples;

/// <summary>Images in a terminal, side by side: a half block is two pixels, one above the other.</summary>
internal static class Pictures
{
    public const int Side = 28;
    private const string Between = "  ";

    /// <summary>How many go side by side.</summary>
    public static int Across(IAnsiConsole console) => Math.Clamp((console.Profile.Width + Between.Length) / (Side + Between.Length), 1, 4);

    public static void Show(IAnsiConsole console, IReadOnlyList<Prediction> predictions) =>
        Show(console, [.. predictions.Select(prediction => (prediction.Pixels, Caption(prediction)))]);

    /// <summary>Shows images, each over its caption.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<(float[] Pixels, string Caption)> pictures)
    {
        if (pictures.Count == 0)
        {
            return;
        }

        Func<float, float, string> cell = console.Profile.Capabilities.Ansi ? Coloured : Plain;
        for (int y = 0; y < Side; y += 2)
        {
            console.MarkupLine(string.Join(Between, pictures.Select(picture => Line(picture.Pixels, y, cell))).TrimEnd());
        }

        console.MarkupLine(string.Join(Between, pictures.Select(picture => picture.Caption)));
        console.WriteLine();
    }

    private static string Line(float[] pixels, int y, Func<float, float, string> cell)
    {
        var line = new StringBuilder();
        for (int x = 0; x < Side; x++)
        {
            line.Append(cell(pixels[y * Side + x], pixels[(y + 1) * Side + x]));
        }

        return line.ToString();
    }

    private static string Plain(float upper, float lower) => (upper > 0.5f, lower > 0.5f) switch
    {
        (true, true) => "█",
        (true, false) => "▀",
        (false, true) => "▄",
        _ => " ",
    };

    private static string Coloured(float upper, float lower) => $"[{Grey(upper)} on {Grey(lower)}]▀[/]";

    private static string Grey(float ink) => FormattableString.Invariant($"rgb({(int)(255 * ink)},{(int)(255 * ink)},{(int)(255 * ink)})");

    private static string Caption(Prediction prediction)
    {
        string text = FormattableString.Invariant($"{prediction.Predicted} ({prediction.Probability:P0})");
        return prediction.IsRight ? $"[green]{text,-Side}[/]" : $"[red]{$"{text}, but it is {prediction.Label}",-Side}[/]";
    }
}
