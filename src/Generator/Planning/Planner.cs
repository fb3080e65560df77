namespace NetGen.Generator;

/// <summary>Decides everything about a network's code before a line of it is written.</summary>
internal static class Planner
{
    public static NetworkPlan Plan(NetworkModel model)
    {
        NetworkProgram predicting = Lowering.Lower(model, training: false);
        NetworkProgram training = Lowering.Lower(model, training: true);
        var plan = new NetworkPlan(
            model, ParameterPlan.Of(model),
            predicting, BufferPlan.ForPredicting(predicting),
            training, BufferPlan.ForTraining(training),
            TransposePlan.Of(training));
        return model.Streaming ? plan with { Stepping = Step(plan) } : plan;
    }

    private static NetworkPlan Step(NetworkPlan plan)
    {
        NetworkModel model = Stepping.Of(plan.Model);
        NetworkProgram program = Lowering.Lower(model, training: false);
        return plan with { Model = model, Predicting = program, PredictingBuffers = BufferPlan.ForPredicting(program) };
    }
}
