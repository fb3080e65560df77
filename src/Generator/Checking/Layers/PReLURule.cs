namespace NetGen.Generator;

/// <summary>Any shape stays as it is.</summary>
internal static class PReLURule
{
    public static PReLUModel Check(PReLUDeclaration layer, LayerScope scope) => new(scope.Name, scope.Inputs, scope.Input, layer.PerChannel);
}
