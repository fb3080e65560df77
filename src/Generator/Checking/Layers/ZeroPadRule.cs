using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>[c, h, w] → [c, top + h + bottom, left + w + right], [c, n] → [c, left + n + right].</summary>
internal static class ZeroPadRule
{
    public static ZeroPadModel Check(ZeroPadDeclaration layer, LayerScope scope)
    {
        (int left, int right, int top, int bottom) = Sides(layer, scope.Input);
        return new ZeroPadModel(
            scope.Name, scope.Inputs, IsRight(layer, scope) ? Output(scope.Input, left, right, top, bottom) : Shape.Unknown, scope.Input, left, right, top, bottom);
    }

    private static (int Left, int Right, int Top, int Bottom) Sides(ZeroPadDeclaration layer, Shape input) => layer.Sizes.Count switch
    {
        1 when input.Rank == 2 => (layer.Sizes[0], layer.Sizes[0], 0, 0),
        1 => (layer.Sizes[0], layer.Sizes[0], layer.Sizes[0], layer.Sizes[0]),
        2 => (layer.Sizes[0], layer.Sizes[1], 0, 0),
        _ => (layer.Sizes[0], layer.Sizes[1], layer.Sizes[2], layer.Sizes[3]),
    };

    private static bool IsRight(ZeroPadDeclaration layer, LayerScope scope)
    {
        string[] sides = ["left", "right", "top", "bottom"];
        bool hasSizes = SizeRule.ArePossible(layer.Sizes.Select((size, index) => (layer.Sizes.Count == 1 ? "padding" : sides[index], (long)size, 0)), scope);
        bool hasRows = layer.Sizes.Count < 4 || scope.Input.Rank != 2;
        if (!hasRows)
        {
            scope.Report(
                Descriptors.LayerNeedsChannels, ChannelsRule.Image, scope.Input.ToString(),
                $"Use [ZeroPad({Text.Number(layer.Sizes[0])}, {Text.Number(layer.Sizes[1])})], its left and right, for a signal");
        }

        return ChannelsRule.IsImageOrSignal(layer.Kind, scope) && hasSizes && hasRows;
    }

    private static Shape Output(Shape input, int left, int right, int top, int bottom)
    {
        static int Sum(int before, int size, int after) => (int)Math.Min(int.MaxValue, (long)before + size + after);
        return input.Rank == 2
            ? new Shape(input.Sizes[0], Sum(left, input.Sizes[1], right))
            : new Shape(input.Sizes[0], Sum(top, input.Sizes[1], bottom), Sum(left, input.Sizes[2], right));
    }
}
