namespace NetGen.Generator;

/// <summary>[n] → [units], or per step [T, n] → [T, units].</summary>
internal static class DenseRule
{
    public static LayerModel Check(DenseDeclaration layer, LayerScope scope)
    {
        bool hasUnits = layer.Units >= 1;
        if (!hasUnits)
        {
            scope.Report(Descriptors.LayerNeedsUnits, Text.Number(layer.Units));
        }

        bool fits = layer.PerStep ? SequenceRule.IsSequence(scope) : IsVector(layer, scope);
        ActivateRule.CheckSlopeOfNone(layer.Activation, layer.Slope, scope);
        double? scale = ScaleRule.Check(layer.Initializer, layer.Scale, scope);
        int inputSize = fits ? scope.Input.Sizes[layer.PerStep ? 1 : 0] : 0;
        Shape output = !hasUnits || (layer.PerStep && !fits) ? Shape.Unknown : layer.PerStep ? new Shape(scope.Input.Sizes[0], layer.Units) : new Shape(layer.Units);
        var dense = new DenseModel(scope.Name, scope.Inputs, output, inputSize, layer.Units, layer.Bias, layer.Initializer.Name, scale);
        return layer.PerStep ? new PerStepDenseModel(fits ? scope.Input.Sizes[0] : 0, dense) : dense;
    }

    private static bool IsVector(DenseDeclaration layer, LayerScope scope)
    {
        if (scope.Input.IsKnown && scope.Input.Rank != 1)
        {
            scope.Report(
                Descriptors.DenseNeedsVector, scope.Input.ToString(), scope.Input.Count.ToString(),
                scope.Input.Rank == 2 ? $", or set PerStep = true, which takes each row by itself and makes [{Text.List([scope.Input.Sizes[0], layer.Units])}]" : "");
        }

        return scope.Input.Rank == 1;
    }
}
