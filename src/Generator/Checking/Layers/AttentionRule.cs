using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>[T, F] → [T, F], with heads that divide F.</summary>
internal static class AttentionRule
{
    public static AttentionModel Check(AttentionDeclaration layer, LayerScope scope)
    {
        bool isPossible = SizeRule.ArePossible([("heads", layer.Heads, 1)], scope) & SequenceRule.IsSequence(scope) && DoHeadsDivide(layer.Heads, scope);
        isPossible &= LengthRule.IsGiven(layer.Lengths, scope);
        (int steps, int size) = isPossible ? (scope.Input.Sizes[0], scope.Input.Sizes[1]) : (0, 0);
        return new AttentionModel(scope.Name, scope.Inputs, isPossible ? scope.Input : Shape.Unknown, steps, size, layer.Heads, layer.Causal, layer.Bias, layer.Lengths is not null);
    }

    private static bool DoHeadsDivide(int heads, LayerScope scope)
    {
        int size = scope.Input.Sizes[1];
        if (size % heads == 0)
        {
            return true;
        }

        IReadOnlyList<string> divisors = Text.Divisors(size);
        scope.Report(
            Descriptors.AttentionHeadsNeedDivide, Text.Count(heads), scope.Input.ToString(),
            $"{Text.Count(size)} = {Text.Count(heads)}·{Text.Count(size / heads)} + {Text.Count(size % heads)}",
            $"{Text.Or(divisors)} {(divisors.Count == 1 ? "head" : "heads")}");
        return false;
    }
}
