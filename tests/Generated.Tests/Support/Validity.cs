using System;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>The rules a declaration must keep; the shrinker asks them of every network it thinks of.</summary>
internal static class Validity
{
    /// <summary>What is wrong with a declaration, or null.</summary>
    public static string? Of(NetworkDeclaration declaration)
    {
        if (declaration.Layers.IsEmpty)
        {
            return "no layer";
        }

        NetworkDescription description;
        try
        {
            description = declaration.Describe();
        }
        catch (ArgumentException misfit)
        {
            return misfit.Message;
        }

        int last = description.Layers.Length;
        for (int node = 0; node < last; node++)
        {
            bool isTaken = description.Layers.Any(layer => layer.Inputs.Contains(node));
            if (!isTaken && !description.Outputs.Contains(node) && !(node == 0 && description.Layers[0] is InputDescription))
            {
                return $"node {node} goes nowhere";
            }

            if (description.Layers[node] is FlattenDescription flatten && description.Shapes[flatten.Inputs[0]].Length == 1)
            {
                return $"layer {node + 1} flattens a vector";
            }

            if (node > 0 && IsSoftmax(description.Layers[node - 1]) && (isTaken || !description.Outputs.Contains(node)))
            {
                return $"node {node} is a softmax and not the last";
            }
        }

        return !description.Outputs.Contains(last) ? "the last layer is no output"
            : description.Losses.Select(loss => Of(description, loss)).FirstOrDefault(mistake => mistake is not null);
    }

    private static string? Of(NetworkDescription description, LossDescription judging)
    {
        bool softmax = IsSoftmax(description.Layers[judging.Node - 1]);
        return judging.Loss switch
        {
            Loss.CrossEntropy or Loss.KullbackLeibler when !softmax => "a loss of distributions without a softmax",
            Loss.CrossEntropy or Loss.KullbackLeibler when NetworkDescription.Elements(description.Shapes[judging.Node]) < 2 => "a loss of distributions with one class",
            Loss.BinaryCrossEntropy when !IsSigmoid(description, judging.Node) => "binary cross-entropy without sigmoids",
            not (Loss.CrossEntropy or Loss.KullbackLeibler) when softmax => "softmax with another loss",
            _ => null,
        };
    }

    private static bool IsSoftmax(LayerDescription layer) => layer is ActivateDescription activate && ActivationKinds.OfVectors.Contains(activate.Activation);

    /// <summary>Whether all of a node's elements come from sigmoids.</summary>
    private static bool IsSigmoid(NetworkDescription description, int node) =>
        node > 0 && description.Layers[node - 1] switch
        {
            ActivateDescription { Activation: Activation.Sigmoid } => true,
            FlattenDescription or ReshapeDescription or ConcatDescription => description.Layers[node - 1].Inputs.All(input => IsSigmoid(description, input)),
            _ => false,
        };
}
