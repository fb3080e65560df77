namespace NetGen.Generator;

/// <summary>Any shape stays as it is.</summary>
internal static class DropoutRule
{
    public static DropoutModel Check(DropoutDeclaration layer, LayerScope scope)
    {
        if (!(Text.IsFactor(layer.Rate) && (float)layer.Rate < 1))
        {
            scope.Report(Descriptors.DropoutRateOutOfRange, Text.AsFloat(layer.Rate));
        }

        return new DropoutModel(scope.Name, scope.Inputs, scope.Input, layer.Rate, layer.Classical);
    }
}
