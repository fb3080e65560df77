using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>[channels, height, width] or [channels, length] → as many positions as windows; a global pooling [channels, …] → [channels].</summary>
internal static class PoolRule
{
    public static PoolModel Check(PoolDeclaration layer, LayerScope scope) => layer.Axes.Count == 0 ? CheckGlobal(layer, scope) : CheckWindows(layer, scope);

    private static PoolModel CheckGlobal(PoolDeclaration layer, LayerScope scope)
    {
        Shape output = ChannelsRule.HasRank(2, int.MaxValue, layer.Kind, scope) ? new Shape(scope.Input.Sizes[0]) : Shape.Unknown;
        int elements = output.IsKnown ? (int)BigInteger.Min(int.MaxValue, scope.Input.Count / scope.Input.Sizes[0]) : 1;
        return Model(layer, scope, output, new[] { SlidingWindow.One with { Kernel = elements } }.ToEquatableArray());
    }

    private static PoolModel CheckWindows(PoolDeclaration layer, LayerScope scope)
    {
        EquatableArray<SlidingWindow> windows = layer.Axes.Select(axis => axis.Window).ToEquatableArray();
        bool isRight = WindowRule.HasAxes(layer, scope) & (SizeRule.ArePossible(WindowRule.Sizes(layer), scope) && IsPaddingPossible(layer, scope)) &&
            WindowRule.DoFit(layer, windows, MayPad, scope);
        return Model(layer, scope, isRight ? WindowRule.Output(scope.Input.Sizes[0], windows, scope.Input) : Shape.Unknown, windows);
    }

    private static PoolModel Model(PoolDeclaration layer, LayerScope scope, Shape output, EquatableArray<SlidingWindow> windows) =>
        new(scope.Name, scope.Inputs, output, layer.Kind, scope.Input, windows, layer.Truncate, layer.IncludePadding);

    private static bool MayPad(SlidingWindow window) => 2L * window.Before <= window.Kernel;

    private static bool IsPaddingPossible(PoolDeclaration layer, LayerScope scope)
    {
        foreach (WindowAxis axis in layer.Axes.Where(axis => !MayPad(axis.Window)))
        {
            (string name, int padding) = (layer.NameOf("Padding", axis, other => other.Padding), axis.Padding!.Value);
            scope.Report(
                Descriptors.PaddingExceedsKernel, $"{name} = {Text.Number(padding)}", Text.Number(axis.Kernel),
                $"2·{Text.Number(padding)} = {Text.Number(2L * padding)} > {Text.Number(axis.Kernel)}",
                $"{name} = {Text.Number(axis.Kernel / 2)}{(axis.Kernel > 1 ? " or less" : "")}");
            return false;
        }

        return true;
    }
}
