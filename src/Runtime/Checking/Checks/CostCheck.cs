using System;
using System.Collections.Generic;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>The cost of a batch is the reference's.</summary>
internal static class CostCheck
{
    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        Workspace<float> workspace = context.Network.CreateWorkspace(1);
        foreach (ProofCase batch in new[] { context.Case(context.Rows), context.Case(1, step: 2), context.Case(Math.Min(context.Rows, 3), step: 4, byLabel: context.TakesLabels, weighted: true) })
        {
            Comparison cost = new(Invariant($"cost of a batch of {batch.Rows}{(batch.Weights.Length > 0 ? " with weights" : "")}"));
            cost.Add(batch.Cost, context.Network.Cost(batch.Batch, workspace), () => "J");
            yield return cost.Finding();
        }
    }
}
