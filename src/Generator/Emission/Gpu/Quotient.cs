using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Quotients by constants without a division, for numbers of tiles, of which there are less than 2²¹: views hold 2³¹ numbers, tiles 2¹⁰.</summary>
internal static class Quotient
{
    private const int Shift = 42;

    public static string Of(string value, int divisor) =>
        divisor == 1 ? value : (divisor & (divisor - 1)) == 0 ? $"{value} >> {Text.Number(Log2(divisor))}" : Of(value, $"{Text.Number(Reciprocal(divisor))}L");

    /// <summary>By one of several divisors, of which the code picks.</summary>
    public static string Of(string value, IReadOnlyList<int> divisors, Func<IEnumerable<string>, string> pick) =>
        divisors.Distinct().Count() == 1 ? Of(value, divisors[0]) : Of(value, pick(divisors.Select(divisor => $"{Text.Number(Reciprocal(divisor))}L")));

    private static string Of(string value, string reciprocal) => $"(int)({value} * {reciprocal} >> {Text.Number(Shift)})";

    /// <summary>⌈2⁴²/divisor⌉, whose error, less than the divisor, times a number of tiles stays below 2⁴².</summary>
    private static long Reciprocal(int divisor) => ((1L << Shift) + divisor - 1) / divisor;

    private static int Log2(int power)
    {
        int log = 0;
        while (1 << log < power)
        {
            log++;
        }

        return log;
    }
}
