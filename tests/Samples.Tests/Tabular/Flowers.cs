using System.Globalization;
using System.Linq;

namespace NetGen.Samples.Tabular.Tests;

/// <summary>A table made up for tests: three classes that two numbers tell apart, with gaps, a category and a number of the row.</summary>
internal static class Flowers
{
    public static string Csv { get; } = string.Join('\n', Enumerable.Range(0, 150).Select(Row).Prepend("row,length,width,colour,kind"));

    private static string Row(int row)
    {
        string[] kinds = ["aster", "bellis", "crocus"];
        int kind = row % 3;
        string length = row % 10 == 9 ? "NA" : Text(4 * kind + Noise.Of(row, 1));
        string colour = row % 7 == 6 ? "?" : kind == 0 ? "white" : "blue";
        return $"{row},{length},{Text(3 * (kind % 2) + Noise.Of(row, 2))},{colour},{kinds[kind]}";
    }

    private static string Text(double number) => number.ToString("F3", CultureInfo.InvariantCulture);
}
