namespace NetGen.Generator;

/// <summary>What reads whole numbers reads them from the network's input, at most in another shape: they are not computed.</summary>
internal static class WholeInputRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        for (int index = 0; index < layers.Count; index++)
        {
            if (layers[index].ReadsWhole && SourceOf(layers, layers[index].Inputs[0]) is > 0 and int source)
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

        return node > 0 ? node : 0;
    }
}
