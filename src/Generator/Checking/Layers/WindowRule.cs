using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Windows fit the axes that they move along, and read them to the end.</summary>
internal static class WindowRule
{
    /// <summary>The numbers of every axis, for <see cref="SizeRule"/>.</summary>
    public static IEnumerable<(string What, long Value, int Least)> Sizes(WindowDeclaration layer) =>
        layer.Axes.SelectMany(axis =>
        {
            string kernel = layer.NameOf("kernel", axis, other => other.Kernel);
            string dilation = layer.NameOf("Dilation", axis, other => other.Dilation);
            return new (string, long, int)[]
            {
                (kernel, axis.Kernel, 1),
                (layer.NameOf("Stride", axis, other => other.Stride), axis.Stride, 1),
                (dilation, axis.Dilation, 1),
                (layer.NameOf("Padding", axis, other => other.Padding), axis.Padding ?? 0, 0),
                ($"a span of {dilation}·({kernel} − 1) + 1", axis.Window.Extent, 1),
            };
        });

    /// <summary>Whether the input has the axes that the windows move along.</summary>
    public static bool HasAxes(WindowDeclaration layer, LayerScope scope) => ChannelsRule.HasRank(layer.Axes.Count + 1, layer.Axes.Count + 1, layer.Kind, scope, shape => Suits(layer, shape));

    /// <summary>Whether windows of possible sizes fit a shape of their axes.</summary>
    private static bool Suits(WindowDeclaration layer, Shape shape) => layer.Axes.Zip(shape.Sizes.Skip(1), (axis, inputs) =>
        axis is { Kernel: > 0, Stride: > 0, Dilation: > 0 } && axis.Window.Room(inputs) >= 0 && (layer.Truncate || axis.Window.Unread(inputs) == 0)).All(fits => fits);

    /// <summary>As many channels as given, and as many positions as windows.</summary>
    public static Shape Output(int channels, EquatableArray<SlidingWindow> windows, Shape input) =>
        new([channels, .. windows.Select((window, axis) => (int)window.Outputs(input.Sizes[axis + 1]))]);

    /// <summary>Whether the windows fit every axis; what is wrong along both in the same way is said once.</summary>
    /// <param name="layer">The layer, of possible sizes, whose input has its axes.</param>
    /// <param name="windows">Its windows.</param>
    /// <param name="mayPad">Whether the layer takes the padding of a window on both sides, as a remedy.</param>
    /// <param name="scope">Where to say what is wrong.</param>
    public static bool DoFit(WindowDeclaration layer, EquatableArray<SlidingWindow> windows, Func<SlidingWindow, bool> mayPad, LayerScope scope) =>
        MeasuredAxis.Of(layer, windows, scope.Input).Aggregate(true, (fit, axis) => DoesFit(layer, axis, mayPad, scope) & fit);

    private static bool DoesFit(WindowDeclaration layer, MeasuredAxis axis, Func<SlidingWindow, bool> mayPad, LayerScope scope)
    {
        (SlidingWindow window, int inputs) = (axis.Window, axis.Inputs);
        if (window.Room(inputs) < 0)
        {
            // Half of what is missing, rounded up, on each side more: never more than half of the kernel.
            int padding = window.Before + (int)((1 - window.Room(inputs)) / 2);
            long padded = (long)inputs + window.Before + window.After;
            string spanned = window.Dilation == 1 ? Text.Count(window.Kernel) : $"{window.ExtentWritten} = {Text.Count(window.Extent)}";
            scope.Report(
                Descriptors.KernelTooLarge, $"{spanned} {axis.Elements}", scope.Input.ToString(),
                window.Before == 0 ? Text.Count(inputs) : $"{window.Padded(inputs)} = {Text.Count(padded)} with its padding",
                $"kernel{axis.Suffix} = {Text.Number(((padded - 1) / window.Dilation) + 1)}", $"Padding{axis.Suffix} = {Text.Number(padding)}",
                (window with { Before = padding, After = padding }).Arithmetic(inputs));
            return false;
        }

        if (!layer.Truncate && window.Unread(inputs) > 0)
        {
            ReportUnread(axis, mayPad, scope);
            return false;
        }

        return true;
    }

    /// <summary>A stride that does not divide: what is read, and what would fit.</summary>
    private static void ReportUnread(MeasuredAxis axis, Func<SlidingWindow, bool> mayPad, LayerScope scope)
    {
        (SlidingWindow window, int inputs) = (axis.Window, axis.Inputs);
        long outputs = window.Outputs(inputs);
        long below = inputs - window.Unread(inputs);
        long above = inputs + window.Stride - (window.Room(inputs) % window.Stride);
        string extent = window.Dilation == 1 ? window.ExtentWritten : $"({window.ExtentWritten})";
        string end = $"({Text.Count(outputs)} − 1)·{Text.Count(window.Stride)} + {extent}{(window.Before == 0 ? "" : $" − {Text.Count(window.Before)}")}";
        SlidingWindow padded = window;
        while (padded.Unread(inputs) > 0 && mayPad(padded))
        {
            padded = padded with { Before = padded.Before + 1, After = padded.After + 1 };
        }

        SlidingWindow bare = window with { Before = 0, After = 0 };
        if (!mayPad(padded) && mayPad(bare) && bare.Room(inputs) >= 0 && bare.Unread(inputs) == 0)
        {
            padded = bare;
        }

        string gap = window.Gap == 0 ? "" : $", behind which the stride passes over {Text.Count(window.Stride)} − {extent} = {Text.Count(window.Gap)}";
        string remedy = mayPad(padded) ? $"Set Padding{axis.Suffix} = {Text.Number(padded.Before)}, for an output of {padded.Arithmetic(inputs)}, or give" : "Give";
        scope.Report(
            Descriptors.StrideLeavesUnread, $"{Text.Count(window.Unread(inputs))} of {Text.Count(inputs)} {axis.Elements}", window.Arithmetic(inputs),
            $"{end} = {Text.Count(((outputs - 1) * window.Stride) + window.Extent - window.Before)}{gap}",
            $"{remedy} it {Text.Count(below)} or {Text.Count(above)} {axis.Elements}");
    }
}
