using System;
using System.Collections.Generic;

namespace NetGen.Checking;

/// <summary>Cost and gradient as training sees them are the reference's.</summary>
internal static class LearningCheck
{
    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        Workspace<float> workspace = context.Network.CreateWorkspace(1);
        List<ProofFinding> findings = [];
        ProofCase batch = context.Case(context.Rows);
        findings.AddRange(Findings(context, batch, batch.ByTarget, context.TakesLabels ? "soft targets" : "targets", workspace));

        ProofCase single = context.Case(1, step: 2);
        findings.AddRange(Findings(context, single, single.ByTarget, "one row", workspace));

        if (context.TakesLabels)
        {
            ProofCase labelled = context.Case(context.Rows, step: 3, byLabel: true);
            findings.AddRange(Findings(context, labelled, labelled.Batch, "labels", workspace));
            findings.AddRange(Findings(context, labelled, labelled.ByTarget, "one-hot targets", workspace));
        }

        ProofCase weighted = context.Case(Math.Min(context.Rows, 3), step: 4, byLabel: context.TakesLabels, weighted: true);
        findings.AddRange(Findings(context, weighted, weighted.Batch, "weighted rows", workspace));
        if (context.TakesLabels)
        {
            findings.AddRange(Findings(context, weighted, weighted.ByTarget, "weighted rows of one-hot targets", workspace));
        }

        GradientAnswer with = context.Network.Learn(batch.ByTarget, workspace), without = context.Network.Learn(batch.ByTarget, workspace, withInput: false);
        bool same = with.Gradient.SameBits(without.Gradient) && with.Cost.Equals(without.Cost);
        findings.Add(new("gradient without the input's", same, same ? "J and the parameters' gradient are the same bits" : "J or the parameters' gradient differs from the call that asks for the input's"));
        return findings;
    }

    /// <summary>Compares one call.</summary>
    public static IEnumerable<ProofFinding> Findings(ProofContext context, ProofCase expected, Batch<float> batch, string how, Workspace<float> workspace)
    {
        GradientAnswer answer = context.Network.Learn(batch, workspace);
        Comparison cost = new($"J, {how}");
        cost.Add(expected.TrainingCost, answer.Cost, () => "J");
        return
        [
            cost.Finding(),
            .. Gradients(context, expected.Gradient, answer, how),
            new Comparison($"input gradient, {how}").Rows(expected.InputGradient, answer.Input.Span, context.InputSize, "input").Finding(),
        ];
    }

    /// <summary>Compares the gradient tensor by tensor.</summary>
    public static IEnumerable<ProofFinding> Gradients(ProofContext context, Bounded[] expected, GradientAnswer answer, string how)
    {
        int offset = 0;
        foreach (ParameterTensor tensor in context.Network.Layout.Tensors)
        {
            yield return new Comparison($"gradient of {tensor.Name}, {how}")
                .Tensor(tensor, expected.AsSpan(offset, tensor.Count), answer.Gradient.Span)
                .Finding();
            offset += tensor.Count;
        }
    }
}
