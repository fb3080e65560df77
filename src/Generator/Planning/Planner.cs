namespace NetGen.Generator;

/// <summary>Decides everything about a network's code before a line of it is written.</summary>
internal static class Planner
{
    public static NetworkPlan Plan(NetworkModel model)
    {
        NetworkProgram predicting = Lowering.Lower(model, training: false);
        NetworkProgram training = Lowering.Lower(model, training: true);
        return new NetworkPlan(
            model, ParameterPlan.Of(model), ParameterPlan.OfStatistics(model),
            predicting, BufferPlan.ForPredicting(predicting),
            training, BufferPlan.ForTraining(training),
            TransposePlan.Of(training));
    }
}
