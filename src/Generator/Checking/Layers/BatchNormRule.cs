namespace NetGen.Generator;

/// <summary>Any shape stays as it is; its first axis is normalized over the batch.</summary>
internal static class BatchNormRule
{
    public static BatchNormModel Check(BatchNormDeclaration layer, LayerScope scope)
    {
        RowNormRule.CheckEpsilon(layer.Epsilon, scope);
        if (!((float)layer.Momentum > 0 && (float)layer.Momentum <= 1))
        {
            scope.Report(
                Descriptors.NormSettingOutOfRange, $"Momentum = {Text.AsFloat(layer.Momentum)}",
                "momentum is the part of a running average that each batch replaces, above 0 and up to 1", "0.1");
        }

        return new BatchNormModel(scope.Name, scope.Inputs, scope.Input, layer.Affine, layer.Epsilon, layer.Momentum);
    }
}
