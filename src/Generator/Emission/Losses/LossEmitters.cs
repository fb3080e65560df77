using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>The losses, by the name of their member of <c>Loss</c>, and those that are fused with the activation before them.</summary>
internal static class LossEmitters
{
    private static readonly Dictionary<string, LossEmitter> Table = new()
    {
        ["HalfSquaredError"] = new HalfSquaredErrorEmitter(),
        ["MeanSquaredError"] = new MeanSquaredErrorEmitter(),
        ["BinaryCrossEntropy"] = new BinaryCrossEntropyEmitter(),
    };

    private static readonly Dictionary<string, LossEmitter> Fused = new()
    {
        ["BinaryCrossEntropy"] = new SigmoidCrossEntropyEmitter(),
        ["CrossEntropy"] = new SoftmaxCrossEntropyEmitter(),
    };

    public static LossEmitter Of(NetworkPlan plan) =>
        (plan.Training.Head is null ? Table : Fused)[plan.Model.Loss!.Loss];
}
