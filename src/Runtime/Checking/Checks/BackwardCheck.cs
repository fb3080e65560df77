using System.Collections.Generic;

namespace NetGen.Checking;

/// <summary>The backward pass from a random gradient of the output is the reference's vector-Jacobian product.</summary>
internal static class BackwardCheck
{
    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        Workspace<float> workspace = context.Network.CreateWorkspace(1);
        List<ProofFinding> findings = [];
        ProofCase batch = context.Case(context.Rows);
        GradientAnswer answer = context.Network.PullBack(batch.ByTarget, batch.Upstream, workspace);
        findings.AddRange(LearningCheck.Gradients(context, batch.Pullback, answer, "backward"));
        findings.Add(new Comparison("input gradient, backward").Rows(batch.InputPullback, answer.Input.Span, context.InputSize, "input").Finding());

        bool same = answer.Gradient.SameBits(context.Network.PullBack(batch.ByTarget, batch.Upstream, workspace, withInput: false).Gradient);
        findings.Add(new("backward without the input's", same, same ? "the parameters' gradient is the same bits" : "the parameters' gradient differs from the call that asks for the input's"));
        return findings;
    }
}
