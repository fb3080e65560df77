namespace NetGen.Generator;

/// <summary>[n] → [units].</summary>
internal static class DenseRule
{
    public static DenseModel Check(DenseDeclaration layer, LayerScope scope)
    {
        bool hasUnits = layer.Units >= 1;
        if (!hasUnits)
        {
            string width = scope.Input is { Rank: 1 } vector ? $"; its input is {Text.Count(vector.Count)} wide" : "";
            scope.Report(Descriptors.LayerNeedsUnits, scope.Name, scope.Network, width);
        }

        if (scope.Input.Rank > 1)
        {
            scope.Report(Descriptors.DenseNeedsVector, scope.Input.ToString(), scope.Input.Count.ToString());
        }

        ActivateRule.CheckSlopeOfNone(layer.Activation, layer.Slope, scope);
        double? scale = ScaleRule.Check(layer.Initializer, layer.Scale, scope);
        int inputSize = scope.Input.Rank == 1 ? scope.Input.Sizes[0] : 0;
        Shape output = hasUnits ? new Shape(layer.Units) : Shape.Unknown;
        return new DenseModel(scope.Name, scope.Inputs, output, inputSize, layer.Units, layer.Bias, layer.Initializer.Name, scale);
    }
}
