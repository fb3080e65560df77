using System.Linq;

namespace NetGen.Generator;

/// <summary>The loss fits the last layer: cross-entropy with softmax, binary cross-entropy with sigmoids.</summary>
internal static class LossRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        if (declaration.Loss is not { Loss: { } loss, Attribute: int attribute } declared)
        {
            return;
        }

        string title = $"Loss({loss.Name})";
        bool isKnown = faults.IsMember(loss, "Loss", "MeanSquaredError", title, attribute);
        faults.IsMember(declared.Reduction, "Reduction", "Mean", title, attribute);
        if (!isKnown || layers.Count == 0 || IsUnclear(declaration.Layers[layers.Count - 1]))
        {
            return;
        }

        LayerModel last = layers[layers.Count - 1];
        string network = declaration.Class.Name;
        string end = declaration.Layers[layers.Count - 1].PlacedTitle;
        bool endsWithSoftmax = last is ActivateModel { Activation: "Softmax" };
        if (loss.Name == "CrossEntropy")
        {
            if (!endsWithSoftmax && !faults.Holds(Descriptors.SoftmaxNotLast))
            {
                faults.Report(Descriptors.CrossEntropyNeedsSoftmax, attribute, network, end);
            }
            else if (endsWithSoftmax && last.Output is { Rank: 1 } && last.Output.Elements < 2)
            {
                faults.Report(Descriptors.CrossEntropyNeedsClasses, attribute, network, last.Output.ToString());
            }
        }
        else if (endsWithSoftmax)
        {
            faults.Report(
                Descriptors.SoftmaxNeedsCrossEntropy, attribute, loss.Name, network, end, last.Output.IsKnown ? last.Output.ToString() : "its input");
        }
        else if (loss.Name == "BinaryCrossEntropy" && !IsProbability(layers, layers.Count) && !faults.Holds(Descriptors.SoftmaxNotLast))
        {
            faults.Report(Descriptors.BinaryCrossEntropyNeedsSigmoid, attribute, network, end);
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
