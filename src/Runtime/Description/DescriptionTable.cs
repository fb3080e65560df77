using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using static System.FormattableString;

namespace NetGen;

/// <summary>A network as a table of text.</summary>
internal static class DescriptionTable
{
    private static readonly string[] Heads = ["node", "name", "layer", "from", "output", "parameters", "multiply-adds"];

    public static string Of(NetworkDescription network) =>
        $"{network.Name} · loss {Losses(network)}\n" + string.Join("\n", Aligned(Rows(network))) + "\n";

    /// <summary>The heads, the input, a row for each layer, the totals.</summary>
    public static List<string[]> Rows(NetworkDescription network)
    {
        var rows = new List<string[]> { Heads, Row("0", "input", "", "", network, 0, 0, 0) };
        for (int node = 1; node <= network.Layers.Length; node++)
        {
            LayerDescription layer = network.Layers[node - 1];
            rows.Add(Row(
                Text(node), layer.Name, layer.Summary, string.Join(" ", layer.Inputs.Select(Text)),
                network, node, network.ParameterCountOf(node), network.MultiplyAddsOf(node)));
        }

        rows.Add(["", "total", "", "", "", Text(network.ParameterCount), Text(network.MultiplyAdds)]);
        return rows;
    }

    /// <summary>The losses with their weights, the reduction, and the penalties.</summary>
    public static string Losses(NetworkDescription network)
    {
        string One(LossDescription loss) =>
            (loss.Weight == 1 ? "" : Invariant($"{loss.Weight} · ")) + loss.Summary + (network.Losses.Length == 1 ? "" : $" of {network.Layers[loss.Node - 1].Name}");
        string Weighed(PenaltyDescription penalty) =>
            $"{penalty.Summary} of {(penalty.Node is { } node ? network.Layers[node - 1].Name : network.Penalties.Length == 1 ? "all layers" : "the other layers")}";
        return (network.Losses.IsEmpty ? "none" : $"{string.Join(" + ", network.Losses.Select(One))}, {network.Reduction}")
            + (network.Penalties.IsEmpty ? "" : $" · penalty {string.Join(" + ", network.Penalties.Select(Weighed))}");
    }

    /// <summary>Whether a column is of numbers, which stand to the right; words stand to the left.</summary>
    public static bool IsOfNumbers(int column) => column is 0 or 5 or 6;

    private static string[] Row(string number, string name, string layer, string from, NetworkDescription network, int node, int parameters, long multiplyAdds) =>
        [number, name, layer, from, ShapeText.Of(network.Shapes[node]), Text(parameters), Text(multiplyAdds)];

    private static IEnumerable<string> Aligned(List<string[]> rows)
    {
        int[] widths = [.. Heads.Select((_, column) => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            IsOfNumbers(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))));
    }

    private static string Text(int number) => Text((long)number);

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
