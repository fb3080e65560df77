using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>Writes the network as data: its description and the layout of its parameters.</summary>
internal static class DescriptionEmitter
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        NetworkModel model = plan.Model;
        code.Comment("What the network is, and where its parameters lie.");
        using (code.Block("file static class Facts"))
        {
            string loss = model.Loss is null ? "" : $", Loss.{model.Loss.Loss}, Reduction.{model.Loss.Reduction}";
            code.Line($"public static readonly NetworkDescription Description = new(\"{model.Type.Name}\", {List(model.Input.Sizes)},");
            code.Line("[");
            foreach (LayerModel layer in model.Layers)
            {
                code.Line($"    {Layer(layer)},");
            }

            code.Line($"]{loss});");
            code.Line();
            code.Line($"public static readonly ParameterLayout Layout = new({Text(plan.Parameters.Length)},");
            code.Line("[");
            foreach (PlacedParameter tensor in plan.Parameters.Tensors)
            {
                code.Line($"    {Tensor(tensor)},");
            }

            code.Line("]);");
        }
    }

    private static string Layer(LayerModel layer)
    {
        string arguments = layer.DescriptionArguments is { Length: > 0 } own ? $", {own}" : "";
        return $"new {layer.Kind}Description(\"{layer.Name}\", {List(layer.Inputs)}{arguments})";
    }

    private static string Tensor(PlacedParameter tensor)
    {
        string name = $"\"{tensor.Layer}.{tensor.Parameter.Name}\", {Text(tensor.Node)}";
        Shape shape = tensor.Parameter.Shape;
        return tensor.Parameter.InPanels
            ? $"ParameterTensor.InPanels({name}, {Text(shape.Sizes[0])}, {Text(shape.Sizes[1])}, {Text(tensor.Offset)})"
            : $"ParameterTensor.Canonical({name}, {List(shape.Sizes)}, {Text(tensor.Offset)}, {Text(Padding.Of(tensor.Parameter))})";
    }

    private static string List(IEnumerable<int> numbers) => $"[{string.Join(", ", numbers.Select(number => Text(number)))}]";
}
