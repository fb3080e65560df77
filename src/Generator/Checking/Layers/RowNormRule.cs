using System.Linq;

namespace NetGen.Generator;

/// <summary>Any shape stays as it is; its last axes are normalized.</summary>
internal static class RowNormRule
{
    public static RowNormModel Check(RowNormDeclaration layer, LayerScope scope)
    {
        bool hasAxes = SizeRule.ArePossible([("Axes", layer.Axes, 1)], scope);
        bool fits = hasAxes && layer.Axes <= scope.Input.Rank;
        if (hasAxes && !fits && scope.Input.IsKnown)
        {
            string[] axes = [.. Enumerable.Range(1, scope.Input.Rank).Select(count => Text.Number(count))];
            scope.Report(
                Descriptors.NormAxesOutOfRange, Text.Number(layer.Axes), scope.Input.ToString(), axes.Length == 1 ? "1 axis" : $"{Text.Number(axes.Length)} axes", Text.Or(axes));
        }

        CheckEpsilon(layer.Epsilon, scope);
        return new RowNormModel(scope.Name, scope.Inputs, fits ? scope.Input : Shape.Unknown, layer.Kind, layer.Axes, layer.Affine, layer.Epsilon);
    }

    /// <summary>ε keeps a variance of 0 from being divided by.</summary>
    public static void CheckEpsilon(double epsilon, LayerScope scope)
    {
        if (!((float)epsilon > 0) || float.IsInfinity((float)epsilon))
        {
            scope.Report(Descriptors.NormSettingOutOfRange, $"Epsilon = {Text.AsFloat(epsilon)}", "it is what is added under the root, a finite number above 0", "0.00001");
        }
    }
}
