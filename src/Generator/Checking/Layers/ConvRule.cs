using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>[channels, height, width] or [channels, length] → as many channels as filters, and as many positions as windows.</summary>
internal static class ConvRule
{
    public static ConvModel Check(ConvDeclaration layer, LayerScope scope)
    {
        ActivateRule.CheckSlopeOfNone(layer.Activation, layer.Slope, scope);
        double? scale = ScaleRule.Check(layer.Initializer, layer.Scale, scope);
        EquatableArray<SlidingWindow> windows = layer.Axes.Select(axis => Window(axis, layer)).ToEquatableArray();
        Shape output = Fits(layer, windows, scope) ? WindowRule.Output(layer.Channels, windows, scope.Input) : Shape.Unknown;
        return new ConvModel(
            scope.Name, scope.Inputs, output, layer.Kind, scope.Input, layer.Channels, windows, layer.Groups, layer.Bias, layer.Truncate,
            layer.Initializer.Name, scale);
    }

    private static SlidingWindow Window(WindowAxis axis, ConvDeclaration layer)
    {
        SlidingWindow window = axis.Window;

        // What does not fit an int is more than any input, and is refused.
        int whole = (int)Math.Min(int.MaxValue, Math.Max(0, window.Extent - 1));
        return layer.Same ? window with { Before = whole / 2, After = whole - (whole / 2) }
            : layer.Causal ? window with { Before = whole, After = 0 }
            : window;
    }

    private static bool Fits(ConvDeclaration layer, EquatableArray<SlidingWindow> windows, LayerScope scope) =>
        WindowRule.HasAxes(layer, scope) & (AreSizesPossible(layer, scope) && IsPaddingClear(layer, scope)) &&
        GroupsRule.DoDivide(layer.Groups, layer.Channels, scope) && DoesSameKeepSize(layer, windows, scope) && WindowRule.DoFit(layer, windows, _ => !layer.Causal, scope);

    private static bool AreSizesPossible(ConvDeclaration layer, LayerScope scope) =>
        SizeRule.ArePossible([("channels", layer.Channels, 1), ("Groups", layer.Groups, 1), .. WindowRule.Sizes(layer)], scope);

    private static bool IsPaddingClear(ConvDeclaration layer, LayerScope scope)
    {
        string[] deciding =
        [
            .. layer.Same ? ["Same = true"] : Array.Empty<string>(),
            .. layer.Causal ? ["Causal = true"] : Array.Empty<string>(),
            .. layer.Axes.Where(axis => axis.Padding is not null)
                .Select(axis => $"{layer.NameOf("Padding", axis, other => other.Padding)} = {Text.Number(axis.Padding!.Value)}").Distinct(),
        ];
        if ((layer.Same || layer.Causal) && deciding.Length > 1)
        {
            scope.Report(Descriptors.ConvPaddingIsTwofold, Text.And(deciding), layer.Same && layer.Causal ? ": Same pads on both sides, Causal before the first step only" : "");
            return false;
        }

        return true;
    }

    private static bool DoesSameKeepSize(ConvDeclaration layer, EquatableArray<SlidingWindow> windows, LayerScope scope)
    {
        foreach (MeasuredAxis axis in MeasuredAxis.Of(layer, windows, scope.Input).Where(axis => layer.Same && axis.Window.Stride > 1))
        {
            int padding = axis.Window.Before;
            scope.Report(
                Descriptors.ConvSameNeedsStrideOne, $"{Text.Count(axis.Inputs)} {axis.Elements}", $"Stride{axis.Suffix} = {Text.Number(axis.Window.Stride)}",
                $"Padding{axis.Suffix} = {Text.Number(padding)}", (axis.Window with { After = padding }).Arithmetic(axis.Inputs));
            return false;
        }

        return true;
    }
}
