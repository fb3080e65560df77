using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>How large a network may be with its padding: offsets are ints, and its parameters are one array.</summary>
internal static class BudgetRule
{
    public const int Most = 1 << 28;

    /// <summary>The numbers of one example, gradients included. No plan needs more, for the most it does is not to share memory.</summary>
    public const long MostOfExample = 1L << 30;

    public static bool Fits(Shape shape, string title, int attribute, Faults faults)
    {
        if (shape.Count <= Most)
        {
            return true;
        }

        faults.Report(Descriptors.TooManyElements, attribute, title, Makes(shape), Elements, "");
        return false;
    }

    /// <summary>Forgets the shape of an output that is too large, after saying so.</summary>
    public static LayerModel Fit(LayerModel layer, LayerScope scope)
    {
        if (layer.Output.Count <= Most)
        {
            return layer;
        }

        scope.Report(Descriptors.TooManyElements, Makes(layer.Output), Elements, Fewer(scope.Layer));
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
                faults.ReportLayer(
                    Descriptors.TooManyElements, declared,
                    $"brings an example of `{declaration.Class.Name}` and its gradients{(kept > 0 ? ", with what layers keep for the way back," : "")} to 2 · {Text.Count(total)}{(kept > 0 ? $" + {Text.Count(kept)}" : "")} = {Text.Count((2 * total) + kept)} numbers, rows padded to a multiple of 16", Text.Count(MostOfExample), $" in the input or the layers{Fewer(declared)}");
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
            if (!model.Output.IsKnown || model is DenseModel { InputSize: 0 } || model.Parameters.Count + model.Statistics.Count == 0 || model.Shares is not null)
            {
                continue;
            }

            LayerDeclaration layer = declaration.Layers[index];
            ParameterModel[] panels = [.. model.Parameters.Where(parameter => parameter.InPanels)];
            (string own, string turned) = Products(model, panels);
            string what = panels.Length > 0 ? "parameters, with units" : model.Statistics.Count == 0 ? "parameters" : model.Parameters.Count == 0 ? "statistics" : "parameters and statistics";
            if (!Fits(ref parameters, Sum(model.Parameters.Concat(model.Statistics), Padding.Of), own, what, layer, declaration, faults) ||
                !Fits(ref transposed, Sum(panels, parameter => Padding.OfTransposed(parameter)), turned, "transposed weights, with inputs", layer, declaration, faults))
            {
                return;
            }
        }
    }

    private static BigInteger Sum(IEnumerable<ParameterModel> parameters, Func<ParameterModel, BigInteger> of) =>
        parameters.Aggregate(BigInteger.Zero, (sum, parameter) => sum + of(parameter));

    /// <summary>How the numbers of a layer's parameters, and of its transposed weights, come about.</summary>
    private static (string Parameters, string Transposed) Products(LayerModel layer, ParameterModel[] panels)
    {
        if (layer is RecurrenceModel recurrent)
        {
            string times = recurrent.Bidirectional ? "2 · " : "";
            string bias = recurrent.Bias ? " + 2" : "";
            return (
                $"{times}{Text.Count(Padding.Of(recurrent.GateUnits))} · ({Text.Count(recurrent.InputSize)} + {Text.Count(recurrent.Units)}{bias})",
                $"{times}({Text.Count(Padding.Of(recurrent.InputSize))} + {Text.Count(Padding.Of(recurrent.Units))}) · {Text.Count(recurrent.GateUnits)}");
        }

        return (
            string.Join(" + ", layer.Parameters.Concat(layer.Statistics).Select(Written)),
            string.Join(" + ", panels.Select(weights => $"{Text.Count(Padding.Of(weights.Shape.Sizes[1]))} · {Text.Count(weights.Shape.Sizes[0])}")));
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
            faults.ReportLayer(
                Descriptors.TooManyParameters, layer, $"{product} = {Text.Count(own)}", what, declaration.Class.Name, Text.Count(total), Text.Count(Most), Fewer(layer));
        }

        return total <= Most;
    }

    private static string Elements => $"{Text.Count(Most)}, and fewer with weights and gradients";

    private static string Makes(Shape shape) => $"makes {shape}, which is {Text.Count(shape.Count)} elements";

    private static string Fewer(LayerDeclaration layer) => layer.Place is null ? "" : ", or repeat the block less often";
}
