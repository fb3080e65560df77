using System;
using System.Collections.Generic;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>The forward pass of training is the reference's, with the masks of its step.</summary>
internal static class TrainingCheck
{
    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        Workspace<float> workspace = context.Network.CreateWorkspace(1);
        List<ProofFinding> findings = [Finding(context, context.Case(context.Rows), "step 1", workspace)];
        findings.AddRange(Averages(context, context.Case(context.Rows)));

        // A step whose low half is 0, for masks that use no more of it.
        findings.Add(Finding(context, context.Case(Math.Min(context.Rows, 3), 1L << 32), "step 2³²", workspace));
        return findings;
    }

    private static ProofFinding Finding(ProofContext context, ProofCase batch, string when, Workspace<float> workspace) =>
        new Comparison(Invariant($"training forward at {when}, a batch of {batch.Rows}"))
            .Rows(batch.Trained, context.Network.Train(batch.Batch, workspace).Span, context.OutputSize, "output")
            .Finding();

    /// <summary>What the training forward has made of the running averages.</summary>
    private static IEnumerable<ProofFinding> Averages(ProofContext context, ProofCase batch)
    {
        List<ProofFinding> findings = [];
        int offset = 0;
        foreach (ParameterTensor tensor in context.Network.StatisticsLayout.Tensors)
        {
            findings.Add(new Comparison($"{tensor.Name} after a batch").Tensor(tensor, batch.Moved.AsSpan(offset, tensor.Count), context.Moved).Finding());
            offset += tensor.Count;
        }

        return findings;
    }
}
