using System.Collections.Generic;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>Groups divide the channels of input and output.</summary>
internal static class GroupsRule
{
    /// <summary>Whether they do; what is wrong is reported.</summary>
    public static bool DoDivide(int groups, int outputs, LayerScope scope)
    {
        int inputs = scope.Input.Sizes[0];
        if (inputs % groups == 0 && outputs % groups == 0)
        {
            return true;
        }

        (string what, int channels) = inputs % groups == 0 ? ("channels", outputs) : ("input channels", inputs);
        int common = (int)BigInteger.GreatestCommonDivisor(inputs, outputs);
        IReadOnlyList<string> divisors = Text.Divisors(common);
        scope.Report(
            Descriptors.ConvGroupsNeedDivide, Text.Number(groups), $"{Text.Number(channels)} {what}",
            $"{Text.Number(channels)} = {Text.Number(groups)}·{Text.Number(channels / groups)} + {Text.Number(channels % groups)}",
            divisors.Count == 1 ? "Groups = 1" : $"one of {Text.And(divisors)} groups");
        return false;
    }
}
