namespace NetGen.Generator;

/// <summary>[a, b, …] → [a·b·…].</summary>
internal static class FlattenRule
{
    public static FlattenModel Check(LayerScope scope)
    {
        if (scope.Input.Rank == 1)
        {
            scope.Report(Descriptors.NothingToFlatten, scope.Input.ToString(), scope.Layer.Place is null ? "" : " from the block; where its first repetition needs it, put it above the block");
        }

        Shape output = scope.Input.IsKnown ? new Shape((int)scope.Input.Elements) : Shape.Unknown;
        return new FlattenModel(scope.Name, scope.Inputs, output);
    }
}
