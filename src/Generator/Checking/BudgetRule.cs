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
        long kept = 0;
        for (int index = 0; index < layers.Count; index++)
        {
            LayerModel layer = layers[index];
            total += layer.IsView(training: true) ? 0 : Padding.Of((int)layer.Output.Elements);
            kept += layer.Output.IsKnown ? layer.Memory(training: true) : 0;
            if ((2 * total) + kept > MostOfExample)
            {
                LayerDeclaration declared = declaration.Layers[index];
                faults.Report(
                    Descriptors.TooManyElements, declared.Attribute, declared.Title, layer.Output.ToString(), declaration.Class.Name,
                    $"brings an example and its gradients{(kept > 0 ? ", with what recurrent layers keep of their steps," : "")} to 2 · {Text.Count(total)}{(kept > 0 ? $" + {Text.Count(kept)}" : "")} = {Text.Count((2 * total) + kept)} numbers, rows padded to a multiple of 16", Text.Count(MostOfExample));
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
            if (!layers[index].Output.IsKnown || Products(layers[index]) is not { } products)
            {
                continue;
            }

            LayerDeclaration layer = declaration.Layers[index];
            EquatableArray<ParameterModel> own = layers[index].Parameters;
            if (!Fits(ref parameters, own.Sum(Padding.Of), products.Parameters, "parameters, with units", layer, declaration, faults) ||
                !Fits(ref transposed, own.Where(parameter => parameter.InPanels).Sum(Padding.OfTransposed), products.Transposed, "transposed weights, with inputs", layer, declaration, faults))
            {
                return;
            }
        }
    }

    /// <summary>How the numbers of a layer's parameters, and of its transposed weights, come about; null where it has none.</summary>
    private static (string Parameters, string Transposed)? Products(LayerModel layer)
    {
        if (layer is DenseModel { InputSize: > 0 } dense)
        {
            string bias = dense.Bias ? $" + {Text.Count(Padding.Of(dense.Units))}" : "";
            return ($"{Text.Count(Padding.Of(dense.Units))} · {Text.Count(dense.InputSize)}{bias}", $"{Text.Count(Padding.Of(dense.InputSize))} · {Text.Count(dense.Units)}");
        }

        if (layer is RecurrentModel recurrent)
        {
            string times = recurrent.Bidirectional ? "2 · " : "";
            string bias = recurrent.Bias ? " + 2" : "";
            return (
                $"{times}{Text.Count(Padding.Of(recurrent.GateUnits))} · ({Text.Count(recurrent.InputSize)} + {Text.Count(recurrent.Units)}{bias})",
                $"{times}({Text.Count(Padding.Of(recurrent.InputSize))} + {Text.Count(Padding.Of(recurrent.Units))}) · {Text.Count(recurrent.GateUnits)}");
        }

        return null;
    }

    private static bool Fits(ref long total, long own, string product, string what, LayerDeclaration layer, DeclarationModel declaration, Faults faults)
    {
        total += own;
        if (total > Most)
        {
            faults.Report(
                Descriptors.TooManyParameters, layer.Attribute, layer.Title, $"{product} = {Text.Count(own)}", what, declaration.Class.Name, Text.Count(total), Text.Count(Most));
        }

        return total <= Most;
    }

    private static string IsElements(Shape shape) => $"is {Text.Count(shape.Count)} elements";
}
