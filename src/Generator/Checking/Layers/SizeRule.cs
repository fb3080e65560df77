using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The numbers of a layer lie from the least that makes sense to the size of the largest tensor.</summary>
internal static class SizeRule
{
    /// <summary>Whether every number lies where it can; the first that does not is reported.</summary>
    public static bool ArePossible(IEnumerable<(string What, long Value, int Least)> sizes, LayerScope scope)
    {
        foreach ((string what, long value, int least) in sizes.Where(size => size.Value < size.Least || size.Value > BudgetRule.Most))
        {
            Report(what, value, value < least ? $"at least {Text.Number(least)}" : $"at most {Text.Count(BudgetRule.Most)}", scope);
            return false;
        }

        return true;
    }

    public static void Report(string what, long value, string bound, LayerScope scope) => scope.Report(Descriptors.SizeOutOfRange, what, Text.Count(value), bound);
}
