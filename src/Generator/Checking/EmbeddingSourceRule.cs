namespace NetGen.Generator;

/// <summary>An embedding reads symbols from the network's input or a part of it, at most in another shape: they are not computed.</summary>
internal static class EmbeddingSourceRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        for (int index = 0; index < layers.Count; index++)
        {
            if (layers[index] is EmbeddingModel && SourceOf(layers, layers[index].Inputs[0]) is > 0 and int source)
            {
                faults.ReportLayer(Descriptors.EmbeddingNeedsInput, declaration.Layers[index], declaration.Layers[source - 1].PlacedTitle);
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
