using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// [c, h, w] → [c, ⌊(h + 2·padding − kernel)/stride⌋ + 1, the same of w]; [c, n] so with one axis; a global pooling
/// [c, …] → [c].
/// </summary>
internal static class PoolRule
{
    public static PoolModel Check(PoolDeclaration layer, LayerScope scope)
    {
        (PoolAxis rows, PoolAxis columns) = Axes(layer, scope.Input);
        bool isRight = TakesRank(layer, scope) & HasSizes(layer, rows, columns, scope) && scope.Input.IsKnown && Fit(layer, rows, columns, scope);
        return new PoolModel(
            scope.Name, scope.Inputs, isRight ? Output(layer, scope.Input, rows, columns) : Shape.Unknown, layer.PoolKind,
            scope.Input.IsKnown ? scope.Input.Sizes[0] : 0, rows, columns, layer.Truncate, layer.IncludePadding);
    }

    private static Shape Output(PoolDeclaration layer, Shape input, PoolAxis rows, PoolAxis columns) => Rank(layer) switch
    {
        3 => new Shape(input.Sizes[0], rows.Output, columns.Output),
        2 => new Shape(input.Sizes[0], columns.Output),
        _ => new Shape(input.Sizes[0]),
    };

    /// <summary>The rank that a pooling takes; null for a global one, which takes any from 2.</summary>
    private static int? Rank(PoolDeclaration layer) => layer.PoolKind switch
    {
        "MaxPool2D" or "AveragePool2D" => 3,
        "MaxPool1D" or "AveragePool1D" => 2,
        _ => null,
    };

    /// <summary>The axes as they are written, for a message too where they make no sense.</summary>
    private static (PoolAxis Rows, PoolAxis Columns) Axes(PoolDeclaration layer, Shape input)
    {
        int Size(int fromEnd) => input.Rank > fromEnd ? input.Sizes[input.Rank - fromEnd] : 0;
        PoolAxis Axis(int size, int kernel, int? stride, int? padding) =>
            new(size, kernel, stride ?? layer.Stride.Both ?? kernel, padding ?? layer.Padding.Both ?? 0);

        int last = layer.Kernel.Count - 1;
        return Rank(layer) switch
        {
            3 => (Axis(Size(2), layer.Kernel[0], layer.Stride.Height, layer.Padding.Height), Axis(Size(1), layer.Kernel[last], layer.Stride.Width, layer.Padding.Width)),
            2 => (PoolAxis.Whole(1), Axis(Size(1), layer.Kernel[0], null, null)),
            _ => (PoolAxis.Whole(1), PoolAxis.Whole(input.IsKnown ? (int)(input.Count / input.Sizes[0]) : 1)),
        };
    }

    private static bool TakesRank(PoolDeclaration layer, LayerScope scope)
    {
        if (!scope.Input.IsKnown || (Rank(layer) is { } rank ? scope.Input.Rank == rank : scope.Input.Rank > 1))
        {
            return true;
        }

        string shape = Rank(layer) switch
        {
            3 => ChannelsRule.Image,
            2 => ChannelsRule.Signal,
            _ => "channels with at least one axis, such as [channels, height, width]",
        };
        scope.Report(Descriptors.LayerNeedsChannels, shape, scope.Input.ToString(), Remedy(layer, scope.Input));
        return false;
    }

    /// <summary>How the input gets the rank that is asked for.</summary>
    private static string Remedy(PoolDeclaration layer, Shape input) => (Rank(layer), input.Rank) switch
    {
        (3, 2) => ChannelsRule.OneChannel(input, [.. input.Sizes]),
        (3, 1) => $"Put [Reshape(channels, height, width)] before it, with sizes whose product is {Text.Number((long)input.Count)}",
        (2, 3) => $"Use [{layer.PoolKind.Replace("1D", "2D")}], which takes images",
        (_, 1) => ChannelsRule.OneChannel(input, input.Sizes[0]),
        _ => "Put [Reshape] before it, which makes one of it",
    };

    private static bool HasSizes(PoolDeclaration layer, PoolAxis rows, PoolAxis columns, LayerScope scope)
    {
        (string What, string Least)? mistake =
            layer.Kernel.Any(size => size < 1) ? ($"a kernel of size {Text.Number(layer.Kernel.First(size => size < 1))}", "1 or more")
            : rows.Stride < 1 || columns.Stride < 1 ? ($"a stride of {Text.Number(Math.Min(rows.Stride, columns.Stride))}", "1 or more")
            : rows.Padding < 0 || columns.Padding < 0 ? ($"a padding of {Text.Number(Math.Min(rows.Padding, columns.Padding))}", "0 or more")
            : null;
        if (mistake is var (what, least))
        {
            scope.Report(Descriptors.SizeOutOfRange, what, least);
        }

        return mistake is null;
    }

    /// <summary>Whether the windows fit the axes; what is wrong along both in the same way is said once.</summary>
    private static bool Fit(PoolDeclaration layer, PoolAxis rows, PoolAxis columns, LayerScope scope)
    {
        if (Rank(layer) == 3)
        {
            return rows == columns
                ? Fits(rows, new AxisWords("row and column", "rows and columns", ""), layer, scope)
                : Fits(rows, new AxisWords("row", "rows", "Height"), layer, scope) & Fits(columns, new AxisWords("column", "columns", "Width"), layer, scope);
        }

        return Fits(columns, new AxisWords("element", "elements", ""), layer, scope);
    }

    private static bool Fits(PoolAxis axis, AxisWords words, PoolDeclaration layer, LayerScope scope)
    {
        if (2L * axis.Padding > axis.Kernel)
        {
            scope.Report(
                Descriptors.PaddingExceedsKernel, Count(axis.Padding, words), Text.Number(axis.Kernel), $"2·{axis.Padding} = {2L * axis.Padding} > {axis.Kernel}",
                $"{words.Padding} = {Text.Number(axis.Kernel / 2)}{(axis.Kernel > 1 ? " or less" : "")}");
            return false;
        }

        if (axis.Travel < 0)
        {
            string padded = axis.Padding == 0 ? $"{axis.Size}" : $"{axis.Size} + 2·{axis.Padding} = {axis.Padded}";
            scope.Report(Descriptors.KernelExceedsInput, Count(axis.Kernel, words), scope.Input.ToString(), padded, Text.Number(axis.Padded));
            return false;
        }

        if (axis.Unread > 0 && !layer.Truncate)
        {
            scope.Report(Descriptors.StrideLeavesUnread, Unread(axis, words), scope.Input.ToString(), Arithmetic(axis), Remedy(axis, words));
            return false;
        }

        return true;
    }

    /// <summary>the last row, the last 2 columns.</summary>
    private static string Unread(PoolAxis axis, AxisWords words) => axis.Unread == 1 ? $"the last {words.Singular}" : $"the last {Text.Number(axis.Unread)} {words.Plural}";

    private static string Count(int count, AxisWords words) => $"{Text.Number(count)} {(count == 1 ? words.Singular : words.Plural)}";

    /// <summary>(28 + 2·1 − 3)/2 + 1 = 14.5.</summary>
    private static string Arithmetic(PoolAxis axis)
    {
        string padding = axis.Padding == 0 ? "" : $" + 2·{axis.Padding}";
        double windows = Math.Round(((double)axis.Travel / axis.Stride) + 1, 2);
        return $"({axis.Size}{padding} − {axis.Kernel})/{axis.Stride} + 1 = {Text.Number(windows)}";
    }

    private static string Remedy(PoolAxis axis, AxisWords words)
    {
        long smaller = axis.Size - axis.Unread;
        long larger = ((long)axis.Output * axis.Stride) + axis.Kernel - (2L * axis.Padding);
        string sizes = $"an input of {Text.Number(smaller)} or {Text.Number(larger)} {words.Plural}";
        int padding = Enumerable.Range(axis.Padding, (axis.Kernel / 2) - axis.Padding + 1).FirstOrDefault(padding => (axis with { Padding = padding }).Unread <= 0);
        return padding > axis.Padding ? $"{words.Padding} = {Text.Number(padding)} or {sizes}" : sizes;
    }

    /// <summary>How messages call the elements of an axis, and the property that pads it.</summary>
    private sealed record AxisWords(string Singular, string Plural, string Axis)
    {
        public string Padding => $"Padding{Axis}";
    }
}
