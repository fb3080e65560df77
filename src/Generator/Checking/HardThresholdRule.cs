using System.Linq;

namespace NetGen.Generator;

/// <summary>Nothing learns through a hard threshold: a warning, where a loss would have something above it learn.</summary>
internal static class HardThresholdRule
{
    public static void Check(DeclarationModel declaration, EquatableArray<LayerModel> layers, Faults faults)
    {
        // The nearest layer with parameters at or above each node; none above the input and what is unknown.
        int?[] learns = new int?[layers.Count + 1];
        for (int node = 1; node <= layers.Count && declaration.Losses.Count > 0; node++)
        {
            LayerModel layer = layers[node - 1];
            learns[node] = layer.Parameters.Count > 0 ? node : layer.Inputs.Where(input => input > 0).Select(input => learns[input]).Max();
            if (layer is ActivateModel { Activation: "HardThreshold" } activate && learns[node] is int above)
            {
                string whose = activate.OfLayer && above == node - 1 ? "its own parameters" : $"the parameters of {declaration.Layers[above - 1].PlacedTitle}";
                faults.ReportLayer(Descriptors.HardThresholdStopsLearning, declaration.Layers[node - 1], whose);
            }
        }
    }
}
