using System.Linq;

namespace NetGen.Generator;

/// <summary>A network has one input, whose axes all have a size.</summary>
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

        if (!input.IsReadable)
        {
            return Shape.Unknown;
        }

        if (input.Sizes.Count == 0 || input.Sizes.Any(size => size < 1))
        {
            string mistake = input.Sizes.Count == 0 ? "has no axis" : $"has an axis of size {Text.Number(input.Sizes.First(size => size < 1))}";
            faults.Report(Descriptors.InputNeedsSizes, input.Attribute, Text.List(input.Sizes), declaration.Class.Name, mistake);
            return Shape.Unknown;
        }

        var shape = new Shape(input.Sizes);
        return BudgetRule.Fits(shape, $"Input({Text.List(input.Sizes)})", input.Attribute, declaration.Class.Name, faults) ? shape : Shape.Unknown;
    }
}
