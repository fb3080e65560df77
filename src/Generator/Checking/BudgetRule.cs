using System.Numerics;

namespace NetGen.Generator;

/// <summary>How large a network may be: offsets are ints, and its parameters are one array.</summary>
internal static class BudgetRule
{
    public const int Most = 1 << 28;

    public static bool Fits(Shape shape, string title, int attribute, string network, Faults faults)
    {
        if (shape.Count <= Most)
        {
            return true;
        }

        faults.Report(Descriptors.TooManyElements, attribute, title, shape.ToString(), network, Text.Count(shape.Count), Text.Count(Most));
        return false;
    }

    /// <summary>Forgets the shape of an output that is too large, after saying so.</summary>
    public static LayerModel Fit(LayerModel layer, LayerScope scope)
    {
        if (layer.Output.Count <= Most)
        {
            return layer;
        }

        scope.Report(Descriptors.TooManyElements, layer.Output.ToString(), scope.Network, Text.Count(layer.Output.Count), Text.Count(Most));
        return layer with { Output = Shape.Unknown };
    }

    public static void CheckParameters(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        BigInteger total = 0;
        for (int index = 0; index < layers.Count; index++)
        {
            if (layers[index] is not DenseModel { InputSize: > 0, Output.IsKnown: true } dense)
            {
                continue;
            }

            BigInteger own = ((BigInteger)dense.InputSize + (dense.Bias ? 1 : 0)) * dense.Units;
            total += own;
            if (total > Most)
            {
                LayerDeclaration layer = declaration.Layers[index];
                faults.Report(
                    Descriptors.TooManyParameters, layer.Attribute, layer.Title, Text.Count(own), declaration.Class.Name, Text.Count(total), Text.Count(Most));
                return;
            }
        }
    }
}
