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
        ["AbsoluteError"] = new AbsoluteErrorEmitter(),
        ["Huber"] = new HuberEmitter(),
    };

    private static readonly Dictionary<string, LossEmitter> Fused = new()
    {
        ["BinaryCrossEntropy"] = new SigmoidCrossEntropyEmitter(),
        ["CrossEntropy"] = new SoftmaxCrossEntropyEmitter(),
        ["KullbackLeibler"] = new KullbackLeiblerEmitter(),
    };

    /// <summary>The loss that judges an output of training.</summary>
    public static LossEmitter Of(NetworkOutput output) => (output.Operation is null ? Table : Fused)[output.Loss!.Loss];

    /// <summary>Whether a target may be the index of a class: where the one loss of a network takes it.</summary>
    public static bool TakesLabels(NetworkPlan plan) => plan.Model.Loss is not null && Of(plan.Training.Outputs[0]).TakesLabels;

    /// <summary>The member of <c>Facts</c> that holds what each output of a loss counts.</summary>
    public static string WeightsOf(NetworkPlan plan, int index) => $"WeightsOf{NameOf(plan, index)}";

    /// <summary>The method of a loss: <c>Loss</c>, or of several with its number.</summary>
    public static string NameOf(NetworkPlan plan, int index) => plan.Model.Losses.Count == 1 ? "Loss" : $"Loss{Text.Number(index + 1)}";
}
