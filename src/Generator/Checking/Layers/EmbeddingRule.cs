namespace NetGen.Generator;

/// <summary>[T] of symbols → [T, size]; that they are a vector of the network's input is <see cref="EmbeddingSourceRule"/>'s.</summary>
internal static class EmbeddingRule
{
    /// <summary>Up to here floats tell whole numbers apart.</summary>
    private const int MostSymbols = 1 << 24;

    public static EmbeddingModel Check(EmbeddingDeclaration layer, LayerScope scope)
    {
        bool isPossible = SizeRule.ArePossible([("symbols", layer.Symbols, 1), ("size", layer.Size, 1)], scope);
        if (isPossible && layer.Symbols > MostSymbols)
        {
            SizeRule.Report("symbols", layer.Symbols, $"at most {Text.Count(MostSymbols)}", scope);
            isPossible = false;
        }

        bool isVector = scope.Input.Rank == 1;
        Shape output = isPossible && isVector ? new Shape(scope.Input.Sizes[0], layer.Size) : Shape.Unknown;
        return new EmbeddingModel(scope.Name, scope.Inputs, output, isVector ? scope.Input.Sizes[0] : 0, layer.Symbols, layer.Size);
    }
}
