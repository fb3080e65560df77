using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>An option of a loss stands on the loss that takes it, in its range; weights of outputs are as many as these.</summary>
internal static class LossOptionRule
{
    public static void Check(LossDeclaration loss, int node, EquatableArray<LayerModel> layers, Faults faults)
    {
        LossOptions options = loss.Options;
        Check(loss, "Delta", options.Delta, "Huber", value => (float)value > 0 && value <= float.MaxValue, "a finite number above 0", "1", faults);
        Check(loss, "LabelSmoothing", options.LabelSmoothing, "CrossEntropy", value => Text.IsFactor(value) && (float)value < 1, "at least 0 and below 1", "0.1", faults);
        CheckWeights(loss, "ClassWeights", options.ClassWeights, "CrossEntropy", node, layers, faults);
        CheckWeights(loss, "PositiveWeights", options.PositiveWeights, "BinaryCrossEntropy", node, layers, faults);
    }

    private static void Check(
        LossDeclaration loss, string option, double? value, string taker, System.Func<double, bool> isRight, string expected, string example, Faults faults)
    {
        if (value is double number && IsTaken(loss, option, Text.AsFloat(number), taker, faults) && !isRight(number))
        {
            faults.Report(Descriptors.LossOptionOutOfRange, loss.Attribute, loss.Title, option, Text.AsFloat(number), expected, example);
        }
    }

    private static void CheckWeights(
        LossDeclaration loss, string option, EquatableArray<double>? values, string taker, int node, EquatableArray<LayerModel> layers, Faults faults)
    {
        if (values is not { } weights || !IsTaken(loss, option, Text.Numbers(weights), taker, faults))
        {
            return;
        }

        int wrong = weights.ToList().FindIndex(weight => !Text.IsFactor(weight));
        if (wrong >= 0)
        {
            faults.Report(
                Descriptors.LossOptionOutOfRange, loss.Attribute, loss.Title, $"{option}[{Text.Number(wrong)}]", Text.AsFloat(weights[wrong]), "a finite number of at least 0", "2.5");
        }

        if (node > 0 && layers[node - 1].Output is { IsKnown: true } output && output.Elements != weights.Count)
        {
            IEnumerable<string> ones = Enumerable.Repeat("1", (int)System.Math.Min(output.Elements, 4));
            faults.Report(
                Descriptors.LossWeightsNeedOutputs, loss.Attribute, loss.Title, Text.Number(weights.Count), option, output.ToString(),
                Text.Count(output.Elements), $"new double[] {{ {string.Join(", ", ones)}{(output.Elements > 4 ? ", …" : "")} }}");
        }
    }

    /// <summary>Whether a loss takes an option; says so where it does not. What the loss is may be unknown after a mistake.</summary>
    private static bool IsTaken(LossDeclaration loss, string option, string written, string taker, Faults faults)
    {
        if (loss.Loss is { IsMember: true } other && other.Name != taker)
        {
            faults.Report(Descriptors.LossOptionOfAnother, loss.Attribute, loss.Title, option, written, taker);
            return false;
        }

        return loss.Loss is { IsMember: true };
    }
}
