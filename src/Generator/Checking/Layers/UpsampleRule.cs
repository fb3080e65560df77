using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>[c, h, w] → [c, h·factor, w·factor], [c, n] → [c, n·factor].</summary>
internal static class UpsampleRule
{
    public static UpsampleModel Check(UpsampleDeclaration layer, LayerScope scope)
    {
        bool hasFactor = layer.Factor >= 1;
        if (!hasFactor)
        {
            scope.Report(Descriptors.SizeOutOfRange, $"a factor of {Text.Number(layer.Factor)}", "1 or more");
        }

        Shape output = ChannelsRule.IsImageOrSignal(scope) && hasFactor
            ? new Shape(scope.Input.Sizes.Select((size, axis) => axis == 0 ? size : (int)Math.Min(int.MaxValue, (long)size * layer.Factor)).ToArray())
            : Shape.Unknown;
        return new UpsampleModel(scope.Name, scope.Inputs, output, scope.Input, layer.Factor);
    }
}
