using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>[channels, height, width] or [channels, length] → as many channels as given, and as many positions as the kernels reach.</summary>
internal static class ConvTransposeRule
{
    public static ConvTransposeModel Check(ConvTransposeDeclaration layer, LayerScope scope)
    {
        ActivateRule.CheckSlopeOfNone(layer.Activation, layer.Slope, scope);
        double? scale = ScaleRule.Check(layer.Initializer, layer.Scale, scope);
        EquatableArray<TransposedWindow> windows = layer.Axes
            .Select((axis, index) => new TransposedWindow(axis.Kernel, axis.Stride, axis.Padding ?? 0, layer.OutputPaddings[index], axis.Dilation)).ToEquatableArray();
        Shape output = Fits(layer, windows, scope)
            ? new Shape([layer.Channels, .. windows.Select((window, axis) => (int)Math.Min(int.MaxValue, window.Outputs(scope.Input.Sizes[axis + 1])))])
            : Shape.Unknown;
        return new ConvTransposeModel(
            scope.Name, scope.Inputs, output, layer.Kind, scope.Input, layer.Channels, windows, layer.Groups, layer.Bias, layer.Initializer.Name, scale);
    }

    private static bool Fits(ConvTransposeDeclaration layer, EquatableArray<TransposedWindow> windows, LayerScope scope) =>
        WindowRule.HasAxes(layer, scope) & AreSizesPossible(layer, windows, scope) && GroupsRule.DoDivide(layer.Groups, layer.Channels, scope) &&
        Named(layer, windows).All(axis => IsOutputPaddingSmall(axis.Window, axis.Suffix, scope)) &&
        Named(layer, windows).All(axis => DoesPaddingLeave(axis.Window, axis.Suffix, scope.Input.Sizes[axis.Axis], scope));

    private static bool AreSizesPossible(ConvTransposeDeclaration layer, EquatableArray<TransposedWindow> windows, LayerScope scope) =>
        SizeRule.ArePossible(
            [
                ("channels", layer.Channels, 1), ("Groups", layer.Groups, 1), .. WindowRule.Sizes(layer),
                .. Named(layer, windows).Select(axis => ($"OutputPadding{axis.Suffix}", (long)axis.Window.OutputPadding, 0)),
            ],
            scope);

    /// <summary>The windows, each with its axis and what its properties end in: nothing where all are alike.</summary>
    private static IEnumerable<(TransposedWindow Window, string Suffix, int Axis)> Named(ConvTransposeDeclaration layer, EquatableArray<TransposedWindow> windows) =>
        windows.Select((window, index) => (window, windows.All(other => other == window) ? "" : layer.Axes[index].Suffix, index + 1));

    private static bool IsOutputPaddingSmall(TransposedWindow window, string suffix, LayerScope scope)
    {
        int most = Math.Max(window.Stride, window.Dilation) - 1;
        if (window.OutputPadding <= most)
        {
            return true;
        }

        scope.Report(
            Descriptors.OutputPaddingTooLarge, $"OutputPadding{suffix} = {Text.Number(window.OutputPadding)}",
            $"Stride{suffix} = {Text.Number(window.Stride)} and Dilation{suffix} = {Text.Number(window.Dilation)}",
            most == 0 ? $"Remove it, or use Stride{suffix} = {Text.Number(window.OutputPadding + 1L)}" : $"Use at most {Text.Number(most)}, or a larger Stride{suffix}");
        return false;
    }

    private static bool DoesPaddingLeave(TransposedWindow window, string suffix, int inputs, LayerScope scope)
    {
        if (window.Outputs(inputs) > 0)
        {
            return true;
        }

        TransposedWindow remedy = window with { Padding = (int)((window.Outputs(inputs) + (2L * window.Padding) - 1) / 2) };
        scope.Report(
            Descriptors.PaddingLeavesNothing, $"Padding{suffix} = {Text.Number(window.Padding)}", scope.Input.ToString(), window.Arithmetic(inputs),
            $"Padding{suffix} = {Text.Number(remedy.Padding)}", remedy.Arithmetic(inputs));
        return false;
    }
}
