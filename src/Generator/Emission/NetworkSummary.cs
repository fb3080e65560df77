using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>What a network is, in words: the line at the head of its file and the table that hovering its class shows.</summary>
internal static class NetworkSummary
{
    /// <summary>One line: <c>Digits: [784] · Dense 784 → 128, ReLU · … · 101,770 parameters</c>.</summary>
    public static string Line(NetworkPlan plan) =>
        $"{plan.Model.Type.Name}: {plan.Model.Input} · {string.Join(" · ", Attributes(plan.Model).Select(Title))}" +
        $" · {Text.Count(plan.Parameters.Count)} parameters";

    /// <summary>The doc comment of the class: its layers with shapes, parameters and multiply-adds.</summary>
    public static IEnumerable<string> Documentation(NetworkPlan plan)
    {
        NetworkModel model = plan.Model;
        yield return "<summary>";
        yield return $"{Text.Count(plan.Parameters.Count)} parameters, {Text.Count(model.Layers.Sum(layer => layer.MultiplyAdds))} multiply-adds per example, " +
            (model.Losses.Count > 0 ? $"trained with {Text.And(model.Losses.Select(Loss).ToList())} ({model.Losses[0].Reduction.ToLowerInvariant()} over the batch){(plan.Penalized.Any() ? " and a penalty on weights" : "")}." : "no loss of its own.");

        string Loss(LossModel loss, int index) =>
            $"{(loss.Weight == 1 ? "" : $"{Text.Number(loss.Weight)} · ")}{loss.Loss}{(model.Losses.Count > 1 ? $" of {model.OutputParts.ElementAt(index).Name}" : "")}";
        yield return $"An example takes {Bytes(plan.TrainingBuffers.Length)} bytes of scratch in training and {Bytes(plan.PredictingBuffers.Length)} in predicting; " +
            $"if no values and gradients shared memory, {Bytes(plan.TrainingBuffers.Apart)} and {Bytes(plan.PredictingBuffers.Apart)}.";
        yield return "<list type=\"table\">";
        yield return Row("listheader", "layer", "output", "parameters", "multiply-adds");
        yield return Row("item", "input", model.Input.ToString(), "", "");
        foreach (LayerModel[] layers in Attributes(model))
        {
            yield return Row(
                "item", $"{layers[0].Name}: {Title(layers)}", layers.Last().Output.ToString(),
                Text.Count(layers.Where(layer => layer.Shares is null).Sum(layer => layer.Parameters.Sum(parameter => parameter.Shape.Elements))), Text.Count(layers.Sum(layer => layer.MultiplyAdds)));
        }

        yield return "</list>";
        yield return "</summary>";
    }

    /// <summary>The layers that each attribute stands for: a layer and the activation on its attribute are one.</summary>
    private static List<LayerModel[]> Attributes(NetworkModel model)
    {
        int number = 0;
        return model.Layers.GroupBy(layer => layer is ActivateModel { OfLayer: true } ? number : ++number).Select(group => group.ToArray()).ToList();
    }

    private static string Title(LayerModel[] layers) => string.Join(", ", layers.Select(layer => layer.Title));

    private static string Bytes(long floats) => Text.Count(sizeof(float) * floats);

    private static string Row(string kind, string term, params string[] cells) =>
        $"<{kind}><term>{term}</term>{string.Concat(cells.Select(cell => $"<description>{cell}</description>"))}</{kind}>";
}
