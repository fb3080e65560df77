using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A penalty stands beside a loss, its numbers are in range, and it is of weights that no other is of.</summary>
internal static class PenaltyRule
{
    public static EquatableArray<PenaltyModel> Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, NameTable names, Faults faults)
    {
        var placed = new List<(PenaltyDeclaration Declared, PenaltyModel Model)>();
        foreach (PenaltyDeclaration penalty in declaration.Penalties.Where(penalty => penalty.IsReadable))
        {
            if (declaration.Losses.Count == 0)
            {
                faults.Report(Descriptors.PenaltyNeedsLoss, penalty.Attribute, penalty.Title, declaration.Class.Name);
            }

            CheckRange(penalty, faults);
            if (names.PenalizedBy(penalty, faults) is var node && node == NameTable.Unknown)
            {
                continue;
            }

            if (placed.FirstOrDefault(above => above.Model.Node == node).Declared is { } twin)
            {
                faults.Report(Descriptors.PenaltiesNeedOwnLayers, penalty.Attribute, penalty.Title, node is null ? "all layers" : Text.Quote(penalty.From!), twin.Title);
                continue;
            }

            placed.Add((penalty, new PenaltyModel(penalty.L1, penalty.L2, node, penalty.Biases, penalty.Proximal, penalty.Examples)));
        }

        EquatableArray<PenaltyModel> penalties = placed.Select(penalty => penalty.Model).ToEquatableArray();
        bool isClear = declaration.Layers.All(layer => layer is not UnreadableDeclaration);
        foreach ((PenaltyDeclaration declared, PenaltyModel model) in placed)
        {
            if ((Setting(declared, penalties) ?? (isClear ? Weights(declared, model, penalties, layers, names) : null)) is var (mistake, remedy))
            {
                faults.Report(Descriptors.PenaltyNeedsWeights, declared.Attribute, declared.Title, mistake, remedy);
            }
        }

        return penalties;
    }

    private static void CheckRange(PenaltyDeclaration penalty, Faults faults)
    {
        foreach ((string name, double value) in new[] { ("L1", penalty.L1), ("L2", penalty.L2) })
        {
            if (!Text.IsFactor(value))
            {
                faults.Report(Descriptors.PenaltyOutOfRange, penalty.Attribute, penalty.Title, $"{name} = {Text.AsFloat(value)}", "a finite number of at least 0", "0.0001");
            }
        }

        if (penalty.Examples < 1)
        {
            faults.Report(
                Descriptors.PenaltyOutOfRange, penalty.Attribute, penalty.Title, $"Examples = {Text.Number(penalty.Examples)}", "the number of training examples, at least 1", "60000");
        }
    }

    /// <summary>What is wrong with the settings alone.</summary>
    private static (string Mistake, string Remedy)? Setting(PenaltyDeclaration penalty, EquatableArray<PenaltyModel> penalties) =>
        penalty is { Proximal: true, L1: 0 } ? ("sets Proximal and no L1, but a proximal step takes L1 alone", "Set L1, such as L1 = 0.0001, or remove Proximal")
        : penalty is { L1: 0, L2: 0 } && (penalty.From is null || penalties.All(other => other.Node is not null)) ? ("has neither L1 nor L2, so it costs nothing", "Set one, such as L2 = 0.0001, or remove it")
        : null;

    /// <summary>What is wrong with the layers that it is of.</summary>
    private static (string Mistake, string Remedy)? Weights(
        PenaltyDeclaration penalty, PenaltyModel model, EquatableArray<PenaltyModel> penalties, EquatableArray<LayerModel> layers, NameTable names)
    {
        if (model.Node is not int node)
        {
            bool isOfSome = Enumerable.Range(1, layers.Count).Any(layer =>
                penalties.All(other => other.Node != layer) && layers[layer - 1].Shares is null && layers[layer - 1].Parameters.Any(model.Takes));
            return isOfSome || !model.Costs ? null : ("finds no weights that no other penalty is of", "Remove it, or add a layer with weights");
        }

        string name = Text.Quote(penalty.From!);
        if (node > 0 && layers[node - 1].Shares is int owner)
        {
            return ($"is of {name}, which shares the parameters of another layer", $"Name that one, {Text.Quote(names.NameOf(owner))}");
        }

        string others = names.Learning is { Count: > 0 } learning ? $"Name a layer with weights, such as {Text.Quote(learning[learning.Count - 1])}" : "Remove it, for no layer learns";
        return node == 0 || layers[node - 1].Parameters.Count == 0 ? ($"is of {name}, which learns nothing", others)
            : model.Costs && !layers[node - 1].Parameters.Any(model.Takes) ? ($"is of {name}, which learns scales and biases alone", "Set Biases = true, or name a layer with weights")
            : null;
    }
}
