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
            scope.Report(Descriptors.LayerNeedsNames, "join", layer.Kind, scope.Example);
            return Shape.Unknown;
        }

        if (scope.Input.IsKnown && (layer.Axis < 0 || layer.Axis >= scope.Input.Rank))
        {
            string[] axes = [.. Enumerable.Range(0, scope.Input.Rank).Select(axis => Text.Number(axis))];
            scope.Report(
                Descriptors.ConcatAxisOutOfRange, Text.Number(layer.Axis), scope.Input.ToString(), axes.Length == 1 ? "axis 0 only" : $"axes {Text.And(axes)}", Text.Or(axes) + (layer.Axis < 0 ? ", counted from the first" : ""));
            return Shape.Unknown;
        }

        if (!scope.AreInputsKnown)
        {
            return Shape.Unknown;
        }

        if (scope.Shapes.Select(shape => Misfit(shape, scope.Input, layer.Axis)).FirstOrDefault(misfit => misfit is not null) is { } found)
        {
            scope.Report(Descriptors.ConcatNeedsEqualAxes, scope.InputsWritten, Text.Number(layer.Axis), found);
            return Shape.Unknown;
        }

        // The sum of nine of the largest inputs would not fit; at the largest int the output is too large all the same.
        int joined = (int)Math.Min(int.MaxValue, scope.Shapes.Sum(shape => (long)shape.Sizes[layer.Axis]));
        return new Shape(scope.Input.Sizes.Select((size, axis) => axis == layer.Axis ? joined : size).ToArray());
    }

    /// <summary>Where a shape differs from the first; null where the two can be joined.</summary>
    private static string? Misfit(Shape shape, Shape first, int axis)
    {
        if (shape.Rank != first.Rank)
        {
            return $"one has {Axes(first)} and another {Axes(shape)}";
        }

        return Enumerable.Range(0, first.Rank).Where(other => other != axis && shape.Sizes[other] != first.Sizes[other])
            .Select(other => $"axis {Text.Number(other)} is {Text.Count(first.Sizes[other])} in one and {Text.Count(shape.Sizes[other])} in another").FirstOrDefault();
    }

    private static string Axes(Shape shape) => shape.Rank == 1 ? "1 axis" : $"{Text.Number(shape.Rank)} axes";
}
