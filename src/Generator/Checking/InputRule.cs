using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>A network has an input, whose axes all have a size, or several.</summary>
internal static class InputRule
{
    public static Shape Check(DeclarationModel declaration, Faults faults)
    {
        if (declaration.Input is not { } input)
        {
            if (!declaration.Strays.Any(stray => stray.Kind == NetworkAttributes.Input))
            {
                faults.Report(Descriptors.NetworkNeedsInput, declaration.Network, declaration.Class.Name);
            }

            return Shape.Unknown;
        }

        if (declaration.HasParts)
        {
            return Row(declaration, faults);
        }

        if (!input.IsReadable || !HasSizes(input.Sizes, input.Attribute, declaration.Class.Name, faults))
        {
            return Shape.Unknown;
        }

        var shape = new Shape(input.Sizes);
        return BudgetRule.Fits(shape, $"Input({Text.List(input.Sizes)})", input.Attribute, faults) ? shape : Shape.Unknown;
    }

    /// <summary>Whether an input has axes, each of size 1 or more; says so where it has not.</summary>
    public static bool HasSizes(EquatableArray<int> sizes, int attribute, string network, Faults faults)
    {
        if (sizes.Count == 0 || sizes.Any(size => size < 1))
        {
            string mistake = sizes.Count == 0 ? "says no size" : $"has an axis of size {Text.Number(sizes.First(size => size < 1))}";
            faults.Report(Descriptors.InputNeedsSizes, attribute, Text.List(sizes), network, mistake);
            return false;
        }

        return true;
    }

    /// <summary>The elements of an input; 0 of one with a mistake.</summary>
    public static BigInteger Count(EquatableArray<int> sizes) => sizes.Count == 0 || sizes.Any(size => size < 1) ? 0 : new Shape(sizes).Count;

    /// <summary>The row of several inputs, one after another. Sizes that are wrong are said of each.</summary>
    private static Shape Row(DeclarationModel declaration, Faults faults)
    {
        BigInteger elements = 0;
        foreach (InputPartDeclaration part in declaration.Parts)
        {
            elements += Count(part.Sizes);
            if (elements > BudgetRule.Most && Count(part.Sizes) <= BudgetRule.Most)
            {
                faults.Report(
                    Descriptors.TooManyElements, part.Attribute, part.Title, $"brings the inputs of `{declaration.Class.Name}` to {Text.Count(elements)} elements",
                    Text.Count(BudgetRule.Most), "");
                return Shape.Unknown;
            }
        }

        return elements <= BudgetRule.Most && declaration.Parts.All(part => Count(part.Sizes) > 0) && declaration.Parts.Count() == declaration.Layers.Count(layer => layer.Kind == NetworkAttributes.Input)
            ? new Shape((int)elements) : Shape.Unknown;
    }
}
