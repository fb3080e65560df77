using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A loss fits the layer that it judges: losses of distributions with softmax, binary cross-entropy with sigmoids.</summary>
internal static class LossRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, NameTable names, Faults faults)
    {
        for (int index = 0; index < declaration.Losses.Count; index++)
        {
            LossDeclaration loss = declaration.Losses[index];
            CheckWeight(loss, faults);
            LossOptionRule.Check(loss, names.Outputs[index], layers, faults);
            if (index > 0)
            {
                CheckBeside(loss, names.Outputs[index], declaration, names, faults);
            }

            Check(loss, names.Outputs[index], declaration, layers, names, faults);
        }
    }

    private static void CheckWeight(LossDeclaration loss, Faults faults)
    {
        if (!Text.IsFactor(loss.Weight))
        {
            faults.Report(Descriptors.WeightOutOfRange, loss.Attribute, loss.Title, Text.AsFloat(loss.Weight));
        }
    }

    /// <summary>What a loss must be beside those above it.</summary>
    private static void CheckBeside(LossDeclaration loss, int node, DeclarationModel declaration, NameTable names, Faults faults)
    {
        LossDeclaration first = declaration.Losses[0];
        if (loss.Reduction != first.Reduction)
        {
            faults.Report(Descriptors.LossesNeedOneReduction, loss.Attribute, loss.Title, loss.Reduction.Name, first.Title, first.Reduction.Name);
        }

        int twin = names.Outputs.ToList().IndexOf(node);
        if (node != NameTable.Unknown && declaration.Losses[twin] != loss)
        {
            IReadOnlyList<string> others = names.Judgeable(loss);
            faults.Report(
                Descriptors.LossesNeedOwnLayers, loss.Attribute, loss.Title, Text.Quote(loss.From!), declaration.Losses[twin].Title,
                others.Count == 0 ? "" : $"name another in From, such as {Text.Quote(others[others.Count - 1])}, or ");
        }
    }

    private static void Check(LossDeclaration declared, int node, DeclarationModel declaration, EquatableArray<LayerModel> layers, NameTable names, Faults faults)
    {
        if (declared.Loss is not { } loss)
        {
            return;
        }

        int attribute = declared.Attribute;
        bool isKnown = faults.IsMember(loss, "Loss", "MeanSquaredError", declared.Title, attribute);
        faults.IsMember(declared.Reduction, "Reduction", "Mean", declared.Title, attribute);
        if (!isKnown || node < 1 || IsUnclear(declaration.Layers[node - 1]))
        {
            return;
        }

        LayerModel last = layers[node - 1];
        string network = declaration.Losses.Count > 1 ? declared.From! : declaration.Class.Name;
        string end = declaration.Layers[node - 1].PlacedTitle;
        string ends = declared.From is null ? $"ends with {end}" : $"is {end}";
        string judged = declared.From is null ? $"`{network}`" : Text.Quote(declared.From);
        string End(string activation) => activation == "Softmax" && last.Output.Rank > 1
            ? $"Make {(declared.From is null ? "the output" : judged)} a vector of classes, as [Flatten] and [Dense({Text.Number(last.Output.Sizes[last.Output.Rank - 1])}, Activation.Softmax)] do"
            : declared.From is { } from
            ? $"Let it judge a further layer, such as [Activate(Activation.{activation}, From = {Text.Quote(from)}, Name = {Text.Quote(names.Free(activation))})]"
            : $"End {judged} with [Activate(Activation.{activation})]";
        bool hasClasses = last.Output.Rank != 1 || last.Output.Elements > 1;
        bool endsWithSoftmax = last is ActivateModel { IsSoftmax: true };
        if (loss.Name is "CrossEntropy" or "KullbackLeibler")
        {
            if (!hasClasses)
            {
                faults.Report(Descriptors.CrossEntropyNeedsClasses, attribute, loss.Name, network, last.Output.ToString());
            }
            else if (!endsWithSoftmax && !faults.Holds(Descriptors.SoftmaxIsOutput))
            {
                faults.Report(Descriptors.CrossEntropyNeedsSoftmax, attribute, loss.Name, judged, ends, End("Softmax"));
            }
        }
        else if (endsWithSoftmax)
        {
            faults.Report(
                Descriptors.SoftmaxNeedsCrossEntropy, attribute, loss.Name, network, end, last.Output.IsKnown ? last.Output.ToString() : "its input",
                (hasClasses ? "Loss.CrossEntropy, or " : "") + (loss.Name == "BinaryCrossEntropy" ? "Activation.Sigmoid in place of the softmax" : "another activation"));
        }
        else if (loss.Name == "BinaryCrossEntropy" && !IsProbability(layers, node) && !faults.Holds(Descriptors.SoftmaxIsOutput))
        {
            faults.Report(Descriptors.BinaryCrossEntropyNeedsSigmoid, attribute, judged, ends,
                last is DropoutModel && IsProbability(layers, last.Inputs[0]) ? $"Move {end} above the sigmoid" : End("Sigmoid"));
        }
    }

    /// <summary>Whether every element of a node comes from a sigmoid; what nobody knows after a mistake counts as such.</summary>
    private static bool IsProbability(EquatableArray<LayerModel> layers, int node) => node == NameTable.Unknown || (node > 0 && layers[node - 1] switch
    {
        ActivateModel activate => activate.Activation == "Sigmoid",
        ConcatModel or ReshapeModel or FlattenModel => !layers[node - 1].Output.IsKnown || layers[node - 1].Inputs.All(input => IsProbability(layers, input)),
        _ => false,
    });

    /// <summary>Whether a mistake that is reported already hides what the last layer is.</summary>
    private static bool IsUnclear(LayerDeclaration last) => last is UnreadableDeclaration or ActivateDeclaration { Activation.IsMember: false };
}
