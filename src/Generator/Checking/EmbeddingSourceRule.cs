namespace NetGen.Generator;

/// <summary>An embedding reads a vector of symbols from the network's input or a part of it, at most in another shape: they are not computed.</summary>
internal static class EmbeddingSourceRule
{
    public static void Check(DeclarationModel declaration, Shape input, EquatableArray<LayerModel> layers, Faults faults)
    {
        for (int index = 0; index < layers.Count; index++)
        {
            if (layers[index] is not EmbeddingModel embedding)
            {
                continue;
            }

            int taken = embedding.Inputs[0];
            Shape symbols = taken == 0 ? input : taken > 0 ? layers[taken - 1].Output : Shape.Unknown;
            if (SourceOf(layers, taken) is > 0 and int source)
            {
                faults.ReportLayer(Descriptors.EmbeddingNeedsInput, declaration.Layers[index], declaration.Layers[source - 1].PlacedTitle);
            }
            else if (symbols.IsKnown && symbols.Rank != 1)
            {
                faults.ReportLayer(Descriptors.EmbeddingNeedsVector, declaration.Layers[index], symbols.ToString(), symbols.Count.ToString());
            }
        }
    }

    /// <summary>The node whose memory a node shows; 0 for the input, and where nobody knows.</summary>
    private static int SourceOf(EquatableArray<LayerModel> layers, int node)
    {
        while (node > 0 && layers[node - 1] is FlattenModel or ReshapeModel)
        {
            node = layers[node - 1].Inputs[0];
        }

        return node > 0 && layers[node - 1] is not InputModel ? node : 0;
    }
}
