using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>One of several inputs has a name, and axes that all have a size. It follows the inputs above it in the row.</summary>
internal static class InputPartRule
{
    public static InputModel Check(InputPartDeclaration part, LayerScope scope)
    {
        if (part.Name is null)
        {
            scope.Report(Descriptors.InputNeedsName, scope.Network, scope.Name);
        }

        bool hasSizes = InputRule.HasSizes(part.Sizes, part.Attribute, scope.Network, scope.Faults);
        BigInteger before = scope.Declaration.Parts.TakeWhile(other => other != part).Aggregate(BigInteger.Zero, (sum, other) => sum + InputRule.Count(other.Sizes));
        return new InputModel(scope.Name, scope.Inputs, hasSizes ? new Shape(part.Sizes) : Shape.Unknown, before <= BudgetRule.Most ? (int)before : 0);
    }
}
