using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A layer shares the parameters of one above it, of the same kind and sizes, and says nothing of how they are drawn.</summary>
internal static class ShareRule
{
    /// <summary>
    /// The layer, with the node whose parameters it uses. Sizes are compared where they are known: of a block that is
    /// checked on its own, not those that its input gives.
    /// </summary>
    public static LayerModel Check(LayerModel layer, LayerDeclaration declared, int? node, IReadOnlyList<LayerModel> above, Func<int, Shape> shapeOf, LayerScope scope)
    {
        if (node is null or NameTable.Unknown)
        {
            return layer;
        }

        if (declared.Draws.Count > 0)
        {
            scope.Report(Descriptors.SharedIsDrawnOnce, Text.Quote(declared.Share!), Text.And(declared.Draws.ToList()));
        }

        LayerModel? owner = node == 0 ? null : above[node.Value - 1];
        if (owner?.Kind != layer.Kind || owner.ParametersType is null || layer.ParametersType is null)
        {
            scope.Report(Descriptors.SharedLayersDiffer, Text.Quote(declared.Share!), owner is null ? "is the input" : Named(owner), Named(layer));
            return layer;
        }

        bool areKnown = scope.AreInputsKnown && owner.Inputs.All(input => shapeOf(input).IsKnown) && owner.Output.IsKnown && layer.Output.IsKnown;
        if (areKnown && (!owner.Parameters.Equals(layer.Parameters) || IsOtherwise(owner, layer)))
        {
            scope.Report(Descriptors.SharedLayersDiffer, Text.Quote(declared.Share!), Written(owner), Written(layer));
            return layer;
        }

        return layer with { Shares = owner.Shares ?? node };
    }

    /// <summary>Whether layers whose tensors are alike use them in another way.</summary>
    private static bool IsOtherwise(LayerModel owner, LayerModel layer) => (owner, layer) is (ConvModel one, ConvModel other) && one.Groups != other.Groups;

    private static string Named(LayerModel layer) => $"is [{layer.Kind}]{(layer.ParametersType is null ? " without parameters" : "")}";

    private static string Written(LayerModel layer) =>
        "has " + string.Join(", ", layer.Parameters.Select(parameter => $"{parameter.Name} {parameter.Shape}").Append(layer is ConvModel { Groups: > 1 } conv ? $"{Text.Number(conv.Groups)} groups" : "").Where(text => text.Length > 0));
}
