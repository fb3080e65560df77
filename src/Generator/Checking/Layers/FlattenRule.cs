namespace NetGen.Generator;

/// <summary>[a, b, …] → [a·b·…].</summary>
internal static class FlattenRule
{
    public static FlattenModel Check(LayerScope scope)
    {
        if (scope.Input.Rank == 1)
        {
            scope.Report(Descriptors.NothingToFlatten, scope.Input.ToString());
        }

        Shape output = scope.Input.IsKnown ? new Shape((int)scope.Input.Elements) : Shape.Unknown;
        return new FlattenModel(scope.Name, scope.Inputs, output);
    }
}
