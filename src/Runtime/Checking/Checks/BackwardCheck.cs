using System.Collections.Generic;

namespace NetGen.Checking;

/// <summary>The backward pass from a random gradient of the output is the reference's vector-Jacobian product.</summary>
internal static class BackwardCheck
{
    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        Workspace<float> workspace = context.Network.CreateWorkspace(1);
        ProofCase batch = context.Case(context.Rows);
        GradientAnswer answer = context.Network.PullBack(batch.ByTarget, batch.Upstream, workspace);
        bool same = answer.Gradient.SameBits(context.Network.PullBack(batch.ByTarget, batch.Upstream, workspace, withInput: false).Gradient);
        return
        [
            .. Findings(context, batch, answer, "backward"),
            new("backward without the input's", same, same ? "the parameters' gradient is the same bits" : "the parameters' gradient differs from the call that asks for the input's"),
        ];
    }

    /// <summary>Compares one call.</summary>
    public static IEnumerable<ProofFinding> Findings(ProofContext context, ProofCase expected, GradientAnswer answer, string how) =>
        [
            .. LearningCheck.Gradients(context, expected.Pullback, answer, how),
            new Comparison($"input gradient, {how}").Rows(expected.InputPullback, answer.Input.Span, context.InputSize, "input").Finding(),
        ];
}
