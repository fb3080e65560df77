using System.Linq;

namespace NetGen.Generator;

/// <summary>Decides everything about a network's code before a line of it is written.</summary>
internal static class Planner
{
    /// <summary>Up to this many multiply-adds a row is worked through all layers; weights and gradient fit the first cache.</summary>
    private const int RowwiseMultiplyAdds = 4096;

    public static NetworkPlan Plan(NetworkModel model)
    {
        NetworkProgram predicting = Lowering.Lower(model, training: false);
        NetworkProgram training = Lowering.Lower(model, training: true);
        return new NetworkPlan(
            model, ParameterPlan.Of(model),
            predicting, BufferPlan.ForPredicting(predicting),
            training, BufferPlan.ForTraining(training),
            TransposePlan.Of(training),
            model.Layers.Sum(layer => layer.MultiplyAdds) <= RowwiseMultiplyAdds);
    }
}
