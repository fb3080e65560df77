using System.Linq;

namespace NetGen.Generator;

/// <summary>Any shape → the one written, of as many elements.</summary>
internal static class ReshapeRule
{
    public static ReshapeModel Check(ReshapeDeclaration layer, LayerScope scope) =>
        new(scope.Name, scope.Inputs, IsRight(layer, scope) ? new Shape(layer.Sizes) : Shape.Unknown);

    private static bool IsRight(ReshapeDeclaration layer, LayerScope scope)
    {
        if (layer.Sizes.Count == 0 || layer.Sizes.Any(size => size < 1))
        {
            string mistake = layer.Sizes.Count == 0 ? "has no axis" : $"has an axis of size {Text.Number(layer.Sizes.First(size => size < 1))}";
            scope.Report(Descriptors.ReshapeNeedsSizes, mistake, scope.Input.IsKnown ? scope.Input.ToString() : "unknown", scope.Input.IsKnown ? $", whose product is {Text.Count(scope.Input.Count)}" : "");
            return false;
        }

        var shape = new Shape(layer.Sizes);
        if (scope.Input.IsKnown && shape.Count != scope.Input.Count)
        {
            scope.Report(
                Descriptors.ReshapeNeedsEqualCount, Arithmetic(shape), scope.Input.ToString(), Arithmetic(scope.Input), Text.Count(scope.Input.Count), scope.OfBlock);
            return false;
        }

        return scope.Input.IsKnown;
    }

    /// <summary>28 · 28 = 784.</summary>
    private static string Arithmetic(Shape shape) =>
        shape.Rank == 1 ? Text.Count(shape.Count) : $"{Text.Product(shape.Sizes)} = {Text.Count(shape.Count)}";
}
