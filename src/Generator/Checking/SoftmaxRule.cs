namespace NetGen.Generator;

/// <summary>Softmax is the last layer.</summary>
internal static class SoftmaxRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        for (int index = 0; index < layers.Count - 1; index++)
        {
            if (layers[index] is ActivateModel { Activation: "Softmax" })
            {
                faults.ReportLayer(Descriptors.SoftmaxNotLast, declaration.Layers[index], declaration.Layers[index + 1].PlacedTitle);
            }
        }
    }
}
