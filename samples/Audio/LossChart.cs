using Spectre.Console;

namespace NetGen.Samples.Audio;

/// <summary>The loss of every epoch as bars, on a scale of tenfold steps.</summary>
internal static class LossChart
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public static void Show(IAnsiConsole console, IReadOnlyList<double> losses)
    {
        double least = Math.Log(losses.Min());
        double most = Math.Log(losses.Max());
        char Bar(double loss) => Bars[most > least ? (int)((Math.Log(loss) - least) / (most - least) * (Bars.Length - 1) + 0.5) : 0];

        int width = Math.Clamp(console.Profile.Width - 30, 20, 90);
        IEnumerable<double> shown = losses.Where((_, epoch) => epoch * width / losses.Count != (epoch - 1) * width / losses.Count || epoch == 0);
        console.WriteLine(FormattableString.Invariant($"loss {losses[0]:F5} {string.Concat(shown.Select(Bar))} {losses[^1]:F5}"));
    }
}
