using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Shapes that differ in one axis only → the same with the sum of that axis.</summary>
internal static class ConcatRule
{
    public static ConcatModel Check(ConcatDeclaration layer, LayerScope scope) => new(scope.Name, scope.Inputs, Output(layer, scope), layer.Axis);

    private static Shape Output(ConcatDeclaration layer, LayerScope scope)
    {
        if (layer.With.Count == 0)
        {
            scope.Report(Descriptors.LayerNeedsNames, "join", layer.Kind);
            return Shape.Unknown;
        }

        if (scope.Input.IsKnown && (layer.Axis < 0 || layer.Axis >= scope.Input.Rank))
        {
            string last = Text.Number(scope.Input.Rank - 1);
            (string axes, string remedy) = scope.Input.Rank == 1 ? ("axis 0 only", "0") : ($"axes 0 to {last}", "one of them");
            scope.Report(Descriptors.ConcatAxisOutOfRange, Text.Number(layer.Axis), scope.Input.ToString(), axes, remedy);
            return Shape.Unknown;
        }

        if (!scope.AreInputsKnown)
        {
            return Shape.Unknown;
        }

        if (!scope.Shapes.All(shape => Fits(shape, scope.Input, layer.Axis)))
        {
            scope.Report(Descriptors.ConcatNeedsEqualAxes, scope.InputsWritten, Text.Number(layer.Axis));
            return Shape.Unknown;
        }

        // The sum of nine of the largest inputs would not fit; at the largest int the output is too large all the same.
        int joined = (int)Math.Min(int.MaxValue, scope.Shapes.Sum(shape => (long)shape.Sizes[layer.Axis]));
        return new Shape(scope.Input.Sizes.Select((size, axis) => axis == layer.Axis ? joined : size).ToArray());
    }

    private static bool Fits(Shape shape, Shape first, int axis) =>
        shape.Rank == first.Rank && Enumerable.Range(0, first.Rank).All(other => other == axis || shape.Sizes[other] == first.Sizes[other]);
}
