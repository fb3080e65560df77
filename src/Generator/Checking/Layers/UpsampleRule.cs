using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>[c, h, w] → [c, h·factor, w·factor], [c, n] → [c, n·factor].</summary>
internal static class UpsampleRule
{
    public static UpsampleModel Check(UpsampleDeclaration layer, LayerScope scope)
    {
        Shape output = ChannelsRule.IsImageOrSignal(layer.Kind, scope) & SizeRule.ArePossible([("factor", layer.Factor, 1)], scope)
            ? new Shape(scope.Input.Sizes.Select((size, axis) => axis == 0 ? size : (int)Math.Min(int.MaxValue, (long)size * layer.Factor)).ToArray())
            : Shape.Unknown;
        return new UpsampleModel(scope.Name, scope.Inputs, output, scope.Input, layer.Factor);
    }
}
