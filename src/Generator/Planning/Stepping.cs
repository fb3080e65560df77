using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>
/// Turns a network that reads sequences into the one that reads a step: what was a sequence is one step of it, and what
/// layers need of the steps before lies in the state of the stream.
/// </summary>
internal static class Stepping
{
    public static NetworkModel Of(NetworkModel model)
    {
        Timing timing = Timing.Of(model.Input, model.Layers)!;
        var layers = new List<LayerModel>();
        long offset = 0;
        for (int node = 1; node <= model.Layers.Count; node++)
        {
            LayerModel layer = model.Layers[node - 1];
            bool steps = timing.ReadsSequence(layer);
            layer = layer with { Output = timing.StepOf(node, layer.Output), StateOffset = steps ? (int)offset : null };
            layers.Add(layer switch
            {
                EmbeddingModel embedding => embedding with { Steps = 1 },
                ConcatModel concat when steps => concat with { Axis = 0 },
                PerStepDenseModel dense when steps => dense.Dense with { Output = dense.Output, Shares = dense.Shares, InOrder = true },
                _ => layer,
            });
            offset += steps ? layer.StateSize : 0;
        }

        return model with { Input = timing.StepOf(0, model.Input), Layers = layers.ToEquatableArray() };
    }
}
