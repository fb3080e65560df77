using System;
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

        (string what, int channels) = inputs % groups == 0 ? ("output channels", outputs) : ("input channels", inputs);
        int common = (int)BigInteger.GreatestCommonDivisor(inputs, outputs);
        IReadOnlyList<string> divisors = Text.Divisors(common);
        scope.Report(
            Descriptors.ConvGroupsNeedDivide, Text.Number(groups), $"{Text.Count(channels)} {what}",
            $"{Text.Count(channels)} = {Text.Count(groups)}·{Text.Count(channels / groups)} + {Text.Count(channels % groups)}",
            $"Groups = {Text.Or(divisors)}, for {Text.Count(inputs)} input and {Text.Count(outputs)} output channels", inputs % groups != 0 ? "other input channels" : $"channels = {Text.Number(Math.Max(1, outputs / groups) * (long)groups)}");
        return false;
    }
}
