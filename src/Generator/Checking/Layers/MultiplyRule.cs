namespace NetGen.Generator;

/// <summary>Two equal shapes → that shape.</summary>
internal static class MultiplyRule
{
    public static MultiplyModel Check(LayerScope scope)
    {
        Shape output = scope.AreInputsKnown ? scope.Input : Shape.Unknown;
        if (scope.AreInputsKnown && scope.Shapes[1] != scope.Input)
        {
            scope.Report(Descriptors.AddNeedsEqualShapes, scope.InputsWritten, "multiply", scope.OfBlock);
            output = Shape.Unknown;
        }

        return new MultiplyModel(scope.Name, scope.Inputs, output);
    }
}
