namespace NetGen.Samples.Charts;

/// <summary>
/// The colours of series, which a colour-blind reader tells apart too (M. Okabe and K. Ito, 2008), and the forms that
/// tell them apart without colour.
/// </summary>
internal static class Palette
{
    /// <summary>The two ends of regions: pale, so that series stand out on them.</summary>
    public static readonly (int Red, int Green, int Blue) Low = (0xB9, 0xDA, 0xEF);

    /// <inheritdoc cref="Low"/>
    public static readonly (int Red, int Green, int Blue) High = (0xFA, 0xCF, 0xAA);

    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#555555"];

    private const string Characters = "·o+x*#%";

    public static string Colour(int series) => Colours[series % Colours.Length];

    public static char Character(int series) => Characters[series % Characters.Length];

    /// <summary>Between the ends, through white.</summary>
    public static string Between(double share)
    {
        (int red, int green, int blue) = share < 0.5 ? Low : High;
        double strength = Math.Abs(2 * share - 1);
        return $"#{Part(red):X2}{Part(green):X2}{Part(blue):X2}";

        int Part(int end) => (int)Math.Round(255 + (strength * (end - 255)));
    }
}
