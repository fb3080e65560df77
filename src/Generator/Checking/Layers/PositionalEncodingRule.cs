namespace NetGen.Generator;

/// <summary>A sequence stays as it is.</summary>
internal static class PositionalEncodingRule
{
    public static PositionalEncodingModel Check(PositionalEncodingDeclaration layer, LayerScope scope) =>
        new(scope.Name, scope.Inputs, SequenceRule.IsSequence(scope) ? scope.Input : Shape.Unknown, layer.Learned);
}
