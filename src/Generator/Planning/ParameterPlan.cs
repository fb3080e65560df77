using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Where every parameter lies in the flat buffer; or every statistic, in the one behind it.</summary>
/// <param name="Owners">For every layer in its order, the node whose parameters it uses.</param>
internal sealed record ParameterPlan(EquatableArray<PlacedParameter> Tensors, int Length, long Count, EquatableArray<int> Owners)
{
    /// <summary>The node whose parameters a layer uses: its own, or that of the layer that it shares them with.</summary>
    public static int OwnerOf(int node, LayerModel layer) => layer.Shares ?? node;

    public static ParameterPlan Of(NetworkModel model) => Of(model, layer => layer.Parameters);

    public static ParameterPlan OfStatistics(NetworkModel model) => Of(model, layer => layer.Statistics);

    private static ParameterPlan Of(NetworkModel model, Func<LayerModel, EquatableArray<ParameterModel>> tensorsOf)
    {
        var placed = new List<PlacedParameter>();
        int offset = 0;
        for (int node = 1; node <= model.Layers.Count; node++)
        {
            foreach (ParameterModel parameter in model.Layers[node - 1].Shares is null ? tensorsOf(model.Layers[node - 1]) : default)
            {
                placed.Add(new PlacedParameter(node, model.Layers[node - 1].Name, parameter, offset));
                offset += (int)Padding.Of(parameter);
            }
        }

        return new ParameterPlan(placed.ToEquatableArray(), offset, placed.Sum(tensor => tensor.Parameter.Shape.Elements),
            model.Layers.Select((layer, index) => OwnerOf(index + 1, layer)).ToEquatableArray());
    }

    /// <summary>The offset of a node's parameter, or null where the layer has none of that name.</summary>
    public int? OffsetOf(int node, string name)
    {
        node = Owners[node - 1];
        for (int index = FirstOf(node, Tensors, tensor => tensor.Node); index < Tensors.Count && Tensors[index].Node == node; index++)
        {
            if (Tensors[index].Parameter.Name == name)
            {
                return Tensors[index].Offset;
            }
        }

        return null;
    }

    /// <summary>Where those of a node begin, or would, among things that lie in the order of nodes.</summary>
    public static int FirstOf<T>(int node, EquatableArray<T> placed, Func<T, int> nodeOf)
        where T : IEquatable<T>
    {
        int first = 0;
        for (int end = placed.Count; first < end;)
        {
            int middle = (first + end) / 2;
            (first, end) = nodeOf(placed[middle]) < node ? (middle + 1, end) : (first, middle);
        }

        return first;
    }
}

/// <summary>A parameter and its place.</summary>
internal sealed record PlacedParameter(int Node, string Layer, ParameterModel Parameter, int Offset);
