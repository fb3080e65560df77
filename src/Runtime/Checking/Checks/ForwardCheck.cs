using System;
using System.Collections.Generic;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>Predictions are the reference's.</summary>
internal static class ForwardCheck
{
    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        ProofCase batch = context.Case(context.Rows);
        IReadOnlyList<Bounded> expected = batch.Predicted;
        int size = context.OutputSize;
        Comparison alone = new("forward, one row at a time");
        for (int row = 0; row < batch.Rows; row++)
        {
            Guarded outputs = context.Network.Predict(batch.Inputs.AsSpan(row * context.InputSize, context.InputSize));
            for (int index = 0; index < size; index++)
            {
                (int r, int i) = (row, index);
                alone.Add(expected[row * size + index], outputs.Span[index], () => Invariant($"row {r}, output {i}"));
            }
        }

        Comparison together = new Comparison(Invariant($"forward, a batch of {batch.Rows}"))
            .Rows(expected, context.Network.Predict(batch.Inputs).Span, size, "output");
        return [alone.Finding(), together.Finding()];
    }
}
