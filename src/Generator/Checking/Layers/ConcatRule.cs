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
            scope.Report(Descriptors.LayerNeedsNames, "join to it", "input");
            return Shape.Unknown;
        }

        if (scope.Input.IsKnown && (layer.Axis < 0 || layer.Axis >= scope.Input.Rank))
        {
            string[] axes = Enumerable.Range(0, scope.Input.Rank).Select(Text.Number).ToArray();
            scope.Report(
                Descriptors.ConcatAxisOutOfRange, Text.Number(layer.Axis), scope.Input.ToString(), Text.And(axes),
                axes.Length == 1 ? "0" : "one of them");
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
