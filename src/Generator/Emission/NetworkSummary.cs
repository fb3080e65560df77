using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Generator;

/// <summary>What a network is, in words: the line at the head of its file and the table that hovering its class shows.</summary>
internal static class NetworkSummary
{
    /// <summary>One line: <c>Digits: 784 → Dense 128 ReLU → … , 101,770 parameters</c>.</summary>
    public static string Line(NetworkPlan plan) =>
        $"{plan.Model.Type.Name}: {Sizes(plan.Model.Input)} → {string.Join(" → ", plan.Predicting.Operations.Select(operation => $"{operation.Layer.Name} {operation.Title}"))}" +
        $", {Grouped(plan.Parameters.Count)} parameters";

    /// <summary>The doc comment of the class: its layers with shapes, parameters and multiply-adds.</summary>
    public static IEnumerable<string> Documentation(NetworkPlan plan)
    {
        NetworkModel model = plan.Model;
        yield return "<summary>";
        yield return $"{Grouped(plan.Parameters.Count)} parameters, {Grouped(model.Layers.Sum(layer => layer.MultiplyAdds))} multiply-adds per example, " +
            (model.Loss is { } loss ? $"trained with {loss.Loss} ({loss.Reduction.ToLowerInvariant()} over the batch)." : "no loss of its own.");
        yield return "<list type=\"table\">";
        yield return Row("listheader", "layer", "output", "parameters", "multiply-adds");
        yield return Row("item", "input", model.Input.ToString(), "", "");
        foreach (LayerModel layer in model.Layers)
        {
            yield return Row(
                "item", $"{layer.Name}: {layer.Title}", layer.Output.ToString(),
                Grouped(layer.Parameters.Sum(parameter => parameter.Shape.Elements)), Grouped(layer.MultiplyAdds));
        }

        yield return "</list>";
        yield return "</summary>";
    }

    private static string Row(string kind, string term, params string[] cells) =>
        $"<{kind}><term>{term}</term>{string.Concat(cells.Select(cell => $"<description>{cell}</description>"))}</{kind}>";

    private static string Sizes(Shape shape) => string.Join("×", shape.Sizes);

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
