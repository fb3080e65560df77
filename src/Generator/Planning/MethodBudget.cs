using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>
/// How much code a method may hold. From 512 variables on, those of inlined functions included, the JIT stops inlining;
/// beyond 20,000 instructions or 8,000 references to variables it stops optimizing; it says neither.
/// </summary>
internal static class MethodBudget
{
    private const int Locals = 400;
    private const int Operations = 500;
    private const int Inlined = 24;

    /// <summary>The most variables that a function of vectors brings along.</summary>
    private const int LocalsOfInlined = 16;
    private const int LocalsWithInlined = 480;

    public static bool Allows(MethodCost cost) =>
        cost.Locals <= Locals && cost.Operations <= Operations && cost.Inlined <= Inlined &&
        cost.Locals + (LocalsOfInlined * cost.Inlined) <= LocalsWithInlined;

    /// <summary>Cuts a pass into as few methods as its steps allow, each as long as its budget does.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Sections<T>(IEnumerable<T> steps, Func<T, MethodCost> costOf)
    {
        var sections = new List<IReadOnlyList<T>>();
        var section = new List<T>();
        MethodCost total = default;
        foreach (T step in steps)
        {
            MethodCost cost = costOf(step);
            if (section.Count > 0 && !Allows(total + cost))
            {
                sections.Add(section);
                section = [];
                total = default;
            }

            section.Add(step);
            total += cost;
        }

        sections.Add(section);
        return sections;
    }
}
