using System.Linq;

namespace NetGen.Generator;

/// <summary>Equal shapes → that shape.</summary>
internal static class AddRule
{
    public static AddModel Check(AddDeclaration layer, LayerScope scope)
    {
        Shape output = scope.AreInputsKnown ? scope.Input : Shape.Unknown;
        if (layer.With.Count == 0)
        {
            scope.Report(Descriptors.LayerNeedsNames, "add", layer.Kind, scope.Example);
        }
        else if (scope.AreInputsKnown && scope.Shapes.Any(shape => shape != scope.Input))
        {
            scope.Report(Descriptors.AddNeedsEqualShapes, scope.InputsWritten, "add", scope.OfBlock);
            output = Shape.Unknown;
        }

        return new AddModel(scope.Name, scope.Inputs, output);
    }
}
