using System.Linq;

namespace NetGen.Generator;

/// <summary>A softmax is the last layer, or another whose output is the network's.</summary>
internal static class SoftmaxRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, EquatableArray<int> outputs, Faults faults)
    {
        for (int node = 1; node < layers.Count; node++)
        {
            if (layers[node - 1] is not ActivateModel { IsSoftmax: true })
            {
                continue;
            }

            int taker = layers.ToList().FindIndex(layer => layer.Inputs.Contains(node));
            if (taker >= 0 || !outputs.Contains(node))
            {
                faults.ReportLayer(Descriptors.SoftmaxIsOutput, declaration.Layers[node - 1], declaration.Layers[taker >= 0 ? taker : node].PlacedTitle,
                    declaration.Network is null || declaration.Layers[node - 1].Place is not null
                        ? "Use another activation in the block, and put [Activate(Activation.Softmax)] below the block in the network" : "Move it to the end, or use another activation here");
            }
        }
    }
}
