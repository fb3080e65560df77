using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The numbers of a layer lie from the least that makes sense to the size of the largest tensor.</summary>
internal static class SizeRule
{
    /// <summary>Whether every number lies where it can; the first that does not is reported.</summary>
    public static bool ArePossible(IEnumerable<(string What, long Value, int Least, string Example)> sizes, LayerScope scope)
    {
        foreach ((string what, long value, int least, string example) in sizes.Where(size => size.Value < size.Least || size.Value > BudgetRule.Most))
        {
            (string bound, string number) = value < least ? ("least", Text.Number(least)) : ("most", Text.Count(BudgetRule.Most));
            scope.Report(Descriptors.SizeOutOfRange, what, Text.Number(value), bound, number, example);
            return false;
        }

        return true;
    }
}
