using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>[channels, height, width] or [channels, length] → as many channels as filters, and as many positions as windows.</summary>
internal static class ConvRule
{
    /// <summary>No kernel, padding or step is larger than the largest tensor.</summary>
    private const int Most = BudgetRule.Most;

    public static ConvModel Check(ConvDeclaration layer, LayerScope scope)
    {
        ActivateRule.CheckSlopeOfNone(layer.Activation, layer.Slope, scope);
        double? scale = ScaleRule.Check(layer.Initializer, layer.Scale, scope);
        EquatableArray<SlidingWindow> windows = layer.Axes.Select(axis => Window(axis, layer)).ToEquatableArray();
        Shape output = Fits(layer, windows, scope)
            ? new Shape([layer.Channels, .. windows.Select((window, axis) => (int)window.Outputs(scope.Input.Sizes[axis + 1]))]) : Shape.Unknown;
        return new ConvModel(
            scope.Name, scope.Inputs, output, layer.Kind, scope.Input, layer.Channels, windows, layer.Groups, layer.Bias, layer.Truncate,
            layer.Initializer.Name, scale);
    }

    private static SlidingWindow Window(ConvAxis axis, ConvDeclaration layer)
    {
        int padding = axis.Padding ?? 0;
        var window = new SlidingWindow(axis.Kernel, axis.Stride, padding, padding, axis.Dilation);

        // What does not fit an int is more than any input, and is refused.
        int whole = (int)Math.Min(int.MaxValue, Math.Max(0, window.Extent - 1));
        return layer.Same ? window with { Before = whole / 2, After = whole - (whole / 2) }
            : layer.Causal ? window with { Before = whole, After = 0 }
            : window;
    }

    private static bool Fits(ConvDeclaration layer, EquatableArray<SlidingWindow> windows, LayerScope scope)
    {
        if (!AreSizesPossible(layer, windows, scope) || !IsPaddingClear(layer, scope) || !scope.Input.IsKnown)
        {
            return false;
        }

        if (scope.Input.Rank != layer.Axes.Count + 1)
        {
            scope.Report(
                Descriptors.ConvNeedsAxes, layer.Axes.Count == 2 ? "an image [channels, height, width]" : "a signal [channels, length]",
                scope.Input.ToString(), $"[Reshape({Text.List(Reshaped(scope.Input, layer.Axes.Count + 1))})]");
            return false;
        }

        return DoGroupsDivide(layer, scope) && Enumerable.Range(0, windows.Count).All(axis => DoWindowsFit(layer, axis, windows[axis], scope));
    }

    /// <summary>What is said of one axis where the others are as it is: <c>Stride</c>, else <c>StrideHeight</c>.</summary>
    private static string Name(string property, ConvAxis axis, ConvDeclaration layer, Func<ConvAxis, int?> of) =>
        layer.Axes.All(other => of(other) == of(axis)) ? property : property + axis.Suffix;

    /// <summary>Whether every number lies where it can; the first that does not is reported.</summary>
    private static bool AreSizesPossible(ConvDeclaration layer, EquatableArray<SlidingWindow> windows, LayerScope scope)
    {
        IEnumerable<(string What, long Value, int Least, string Example)> sizes =
        [
            ("channels", layer.Channels, 1, "8"),
            ("Groups", layer.Groups, 1, "1"),
            .. layer.Axes.SelectMany((axis, index) => new (string, long, int, string)[]
            {
                (Name("kernel", axis, layer, other => other.Kernel), axis.Kernel, 1, "3"),
                (Name("Stride", axis, layer, other => other.Stride), axis.Stride, 1, "1"),
                (Name("Dilation", axis, layer, other => other.Dilation), axis.Dilation, 1, "1"),
                (Name("Padding", axis, layer, other => other.Padding), axis.Padding ?? 0, 0, "1"),
                ($"{Name("Dilation", axis, layer, other => other.Dilation)}·({Name("kernel", axis, layer, other => other.Kernel)} − 1) + 1", windows[index].Extent, 1, "3"),
            }),
        ];
        foreach ((string what, long value, int least, string example) in sizes.Where(size => size.Value < size.Least || size.Value > Most))
        {
            (string bound, string number) = value < least ? ("least", Text.Number(least)) : ("most", Text.Count(Most));
            scope.Report(Descriptors.ConvSizeOutOfRange, what, Text.Number(value), bound, number, example);
            return false;
        }

        return true;
    }

    private static bool IsPaddingClear(ConvDeclaration layer, LayerScope scope)
    {
        string[] deciding =
        [
            .. layer.Same ? ["Same = true"] : Array.Empty<string>(),
            .. layer.Causal ? ["Causal = true"] : Array.Empty<string>(),
            .. layer.Axes.Where(axis => axis.Padding is not null)
                .Select(axis => $"{Name("Padding", axis, layer, other => other.Padding)} = {Text.Number(axis.Padding!.Value)}").Distinct(),
        ];
        if ((layer.Same || layer.Causal) && deciding.Length > 1)
        {
            scope.Report(Descriptors.ConvPaddingIsTwofold, Text.And(deciding), deciding[0]);
            return false;
        }

        return true;
    }

    private static bool DoGroupsDivide(ConvDeclaration layer, LayerScope scope)
    {
        int inputs = scope.Input.Sizes[0];
        if (inputs % layer.Groups == 0 && layer.Channels % layer.Groups == 0)
        {
            return true;
        }

        (string what, int channels) = inputs % layer.Groups == 0 ? ("channels", layer.Channels) : ("input channels", inputs);
        int common = (int)BigInteger.GreatestCommonDivisor(inputs, layer.Channels);
        List<string> divisors = [.. Enumerable.Range(1, common).Where(divisor => common % divisor == 0).Take(8).Select(divisor => Text.Number(divisor))];
        scope.Report(
            Descriptors.ConvGroupsNeedDivide, Text.Number(layer.Groups), $"{Text.Number(channels)} {what}",
            $"{Text.Number(channels)} = {Text.Number(layer.Groups)}·{Text.Number(channels / layer.Groups)} + {Text.Number(channels % layer.Groups)}",
            divisors.Count == 1 ? "Groups = 1" : $"one of {Text.And(divisors)} groups");
        return false;
    }

    private static bool DoWindowsFit(ConvDeclaration layer, int axis, SlidingWindow window, LayerScope scope)
    {
        int inputs = scope.Input.Sizes[axis + 1];
        bool isSquare = layer.Axes.Count == 2 && layer.Axes.All(other => other with { Suffix = "" } == layer.Axes[0] with { Suffix = "" }) && scope.Input.Sizes[1] == scope.Input.Sizes[2];
        string suffix = isSquare ? "" : layer.Axes[axis].Suffix;
        string elements = isSquare ? "rows and columns" : suffix switch
        {
            "Height" => "rows",
            "Width" => "columns",
            _ => "steps",
        };
        if (layer.Same && window.Stride > 1)
        {
            int padding = window.Before;
            SlidingWindow padded = window with { After = padding };
            scope.Report(
                Descriptors.ConvSameNeedsStrideOne, $"{Text.Number(inputs)} {elements}", $"Stride{suffix} = {Text.Number(window.Stride)}",
                $"Padding{suffix} = {Text.Number(padding)}", padded.Arithmetic(inputs));
            return false;
        }

        if (window.Room(inputs) < 0)
        {
            // Half of what is missing, rounded up, on each side more.
            int padding = window.Before + (int)((1 - window.Room(inputs)) / 2);
            long padded = (long)inputs + window.Before + window.After;
            scope.Report(
                Descriptors.ConvKernelTooLarge, $"{Spanned(window)} {elements}", scope.Input.ToString(),
                window.Before == 0 ? Text.Number(inputs) : $"{window.Padded(inputs)} = {Text.Number(padded)} with its padding",
                Text.Number(((padded - 1) / window.Dilation) + 1), $"Padding{suffix} = {Text.Number(padding)}",
                (window with { Before = padding, After = padding }).Arithmetic(inputs));
            return false;
        }

        if (!layer.Truncate && window.Unread(inputs) > 0)
        {
            ReportUnread(layer, window, inputs, suffix, elements, scope);
            return false;
        }

        return true;
    }

    /// <summary>A stride that does not divide: what is read, and what would fit.</summary>
    private static void ReportUnread(ConvDeclaration layer, SlidingWindow window, int inputs, string suffix, string elements, LayerScope scope)
    {
        long outputs = window.Outputs(inputs);
        long read = inputs - window.Unread(inputs);
        string end = $"({Text.Number(outputs)} − 1)·{Text.Number(window.Stride)} + {(window.Dilation == 1 ? "" : "(")}{window.ExtentWritten}{(window.Dilation == 1 ? "" : ")")}" +
            (window.Before == 0 ? "" : $" − {Text.Number(window.Before)}");
        long above = inputs + window.Stride - (window.Room(inputs) % window.Stride);
        string sizes = $"give it {Text.Number(read)} or {Text.Number(above)} {elements}";
        string remedy = sizes;
        if (!layer.Causal)
        {
            SlidingWindow padded = window;
            while (padded.Unread(inputs) > 0)
            {
                padded = padded with { Before = padded.Before + 1, After = padded.After + 1 };
            }

            remedy = $"set Padding{suffix} = {Text.Number(padded.Before)}, for {padded.Arithmetic(inputs)}, or {sizes}";
        }

        scope.Report(
            Descriptors.ConvLeavesUnread, $"{Text.Number(inputs - read)} of {Text.Number(inputs)} {elements}", window.Arithmetic(inputs),
            $"{end} = {Text.Number(read)}", char.ToUpperInvariant(remedy[0]) + remedy.Substring(1));
    }

    private static string Spanned(SlidingWindow window) =>
        window.Dilation == 1 ? Text.Number(window.Kernel) : $"{window.ExtentWritten} = {Text.Number(window.Extent)}";

    /// <summary>A shape of another rank and as many elements: a vector as square as it can be, others with their last axes.</summary>
    private static IEnumerable<int> Reshaped(Shape input, int rank)
    {
        int elements = (int)input.Elements;
        if (input.Rank < rank)
        {
            int height = rank == 3 && input.Rank == 1 ? Enumerable.Range(1, (int)Math.Sqrt(elements)).Last(size => elements % size == 0) : 1;
            return input.Rank == 1 && rank == 3 ? [1, height, elements / height] : [1, .. input.Sizes];
        }

        int kept = input.Sizes.Take(rank - 1).Aggregate(1, (product, size) => product * size);
        return [.. input.Sizes.Take(rank - 1), elements / kept];
    }
}
