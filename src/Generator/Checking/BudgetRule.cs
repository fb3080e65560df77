using System.Linq;
using System.Numerics;

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
                faults.Report(
                    Descriptors.TooManyElements, declared.Attribute, declared.Title, layer.Output.ToString(), declaration.Class.Name,
                    $"brings an example and its gradients to 2 · {Text.Count(total)} = {Text.Count(2 * total)} numbers, rows padded to a multiple of 16", Text.Count(MostOfExample));
                return;
            }
        }
    }

    private static void CheckParameters(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        BigInteger parameters = 0;
        BigInteger transposed = 0;
        for (int index = 0; index < layers.Count; index++)
        {
            LayerModel model = layers[index];
            var dense = model as DenseModel;
            if (!model.Output.IsKnown || dense is { InputSize: 0 } || model.Parameters.Count == 0)
            {
                continue;
            }

            LayerDeclaration layer = declaration.Layers[index];
            BigInteger own = model.Parameters.Aggregate(BigInteger.Zero, (sum, parameter) => sum + Padding.Of(parameter));
            string terms = string.Join(" + ", model.Parameters.Select(Written));
            if (!Fits(ref parameters, own, terms, dense is null ? "parameters" : "parameters, with units", layer, declaration, faults) ||
                (dense is not null && !Fits(ref transposed, Padding.OfTransposed(dense), $"{Text.Count(Padding.Of(dense.InputSize))} · {Text.Count(dense.Units)}", "transposed weights, with inputs", layer, declaration, faults)))
            {
                return;
            }
        }
    }

    /// <summary>The numbers of a parameter with its padding: <c>16 · 784</c> in panels, else <c>6 · 1 · 5 · 5 + 10</c>.</summary>
    private static string Written(ParameterModel parameter)
    {
        Shape shape = parameter.Shape;
        BigInteger padding = Padding.Of(parameter) - shape.Count;
        return parameter.InPanels ? $"{Text.Count(Padding.Of(shape.Sizes[0]))} · {Text.Count(shape.Sizes[1])}"
            : shape.Rank == 1 ? Text.Count(Padding.Of(parameter))
            : string.Join(" · ", shape.Sizes.Select(size => Text.Count(size))) + (padding == 0 ? "" : $" + {Text.Count(padding)}");
    }

    private static bool Fits(ref BigInteger total, BigInteger own, string product, string what, LayerDeclaration layer, DeclarationModel declaration, Faults faults)
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
