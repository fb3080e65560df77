namespace NetGen.Generator;

/// <summary>How many steps a sequence has is one of the numbers that go in; it is the last input of a layer.</summary>
internal static class LengthRule
{
    /// <summary>Whether the length is fit to be read, or none is named.</summary>
    /// <param name="name">The name of the input, or null.</param>
    /// <param name="scope">The layer.</param>
    public static bool IsGiven(string? name, LayerScope scope)
    {
        if (name is null)
        {
            return true;
        }

        int node = scope.Inputs[scope.Inputs.Count - 1];
        Shape shape = scope.Shapes[scope.Shapes.Count - 1];
        bool isInput = node == 0 || (node > 0 && scope.Declaration.Layers[node - 1].Kind == NetworkAttributes.Input);
        if (shape.IsKnown && (!isInput || shape.Rank != 1 || shape.Sizes[0] != 1))
        {
            scope.Report(Descriptors.LengthNeedsInput, Text.Quote(name), isInput ? $"the input {shape}" : $"a layer that gives {shape}",
                isInput && node > 0 && shape.Rank == 1 ? $"Declare [Input(1, Name = {Text.Quote(name)})]" : $"Name one in Lengths, such as [Input(1, Name = {Text.Quote(scope.Free("length"))})]");
            return false;
        }

        return shape.IsKnown;
    }
}
