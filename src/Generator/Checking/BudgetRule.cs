using System.Linq;

namespace NetGen.Generator;

/// <summary>How large a network may be with its padding: offsets are ints, and its parameters are one array.</summary>
internal static class BudgetRule
{
    public const int Most = 1 << 28;

    /// <summary>The numbers of one example, gradients included. No plan needs more, for the most it does is not to share memory.</summary>
    public const long MostOfExample = 1L << 30;

    public static bool Fits(Shape shape, string title, int attribute, string network, Faults faults)
    {
        if (shape.Count <= Most)
        {
            return true;
        }

        faults.Report(Descriptors.TooManyElements, attribute, title, shape.ToString(), network, IsElements(shape), Text.Count(Most));
        return false;
    }

    /// <summary>Forgets the shape of an output that is too large, after saying so.</summary>
    public static LayerModel Fit(LayerModel layer, LayerScope scope)
    {
        if (layer.Output.Count <= Most)
        {
            return layer;
        }

        scope.Report(Descriptors.TooManyElements, layer.Output.ToString(), scope.Network, IsElements(layer.Output), Text.Count(Most));
        return layer with { Output = Shape.Unknown };
    }

    public static void Check(DeclarationModel declaration, Shape input, EquatableArray<LayerModel> layers, Faults faults)
    {
        CheckExample(declaration, input, layers, faults);
        CheckParameters(declaration, layers, faults);
    }

    private static void CheckExample(DeclarationModel declaration, Shape input, EquatableArray<LayerModel> layers, Faults faults)
    {
        long total = Padding.Of((int)input.Elements);
        for (int index = 0; index < layers.Count; index++)
        {
            LayerModel layer = layers[index];
            total += layer.IsView(training: true) ? 0 : Padding.Of((int)layer.Output.Elements);
            if (2 * total > MostOfExample)
            {
                LayerDeclaration declared = declaration.Layers[index];
                faults.ReportLayer(
                    Descriptors.TooManyElements, declared, layer.Output.ToString(), declaration.Class.Name,
                    $"brings an example and its gradients to 2 · {Text.Count(total)} = {Text.Count(2 * total)} numbers, rows padded to a multiple of 16", Text.Count(MostOfExample));
                return;
            }
        }
    }

    private static void CheckParameters(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        long parameters = 0;
        long transposed = 0;
        for (int index = 0; index < layers.Count; index++)
        {
            if (layers[index] is not DenseModel { InputSize: > 0, Output.IsKnown: true } dense)
            {
                continue;
            }

            LayerDeclaration layer = declaration.Layers[index];
            string bias = dense.Bias ? $" + {Text.Count(Padding.Of(dense.Units))}" : "";
            string product = $"{Text.Count(Padding.Of(dense.Units))} · {Text.Count(dense.InputSize)}{bias}";
            if (!Fits(ref parameters, dense.Parameters.Sum(Padding.Of), product, "parameters, with units", layer, declaration, faults) ||
                !Fits(ref transposed, Padding.OfTransposed(dense), $"{Text.Count(Padding.Of(dense.InputSize))} · {Text.Count(dense.Units)}", "transposed weights, with inputs", layer, declaration, faults))
            {
                return;
            }
        }
    }

    private static bool Fits(ref long total, long own, string product, string what, LayerDeclaration layer, DeclarationModel declaration, Faults faults)
    {
        total += own;
        if (total > Most)
        {
            faults.ReportLayer(
                Descriptors.TooManyParameters, layer, $"{product} = {Text.Count(own)}", what, declaration.Class.Name, Text.Count(total), Text.Count(Most));
        }

        return total <= Most;
    }

    private static string IsElements(Shape shape) => $"is {Text.Count(shape.Count)} elements";
}
