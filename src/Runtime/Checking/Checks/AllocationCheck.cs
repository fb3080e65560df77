using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Training;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>Warm calls allocate nothing on the thread that makes them.</summary>
internal static class AllocationCheck
{
    private const int Trials = 4;

    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        INetwork<float> network = context.Network;
        ProofCase batch = context.Case(context.Rows);
        Workspace<float> workspace = network.CreateWorkspace(batch.Rows);
        int rows = batch.Rows;
        float[] inputs = batch.Inputs, targets = batch.Targets, upstream = batch.Upstream;
        float[] row = inputs[..context.InputSize], output = new float[context.OutputSize];
        float[] outputs = new float[rows * context.OutputSize];
        float[] gradient = new float[network.Layout.Length], inputGradient = new float[inputs.Length];
        Adam<float> adam = new(network.Layout.Length);

        yield return Warm("forward of one row", () => network.Forward(row, output));
        yield return Warm("forward of a batch", () => network.Forward(inputs, outputs));
        yield return Warm("training forward and backward", () =>
        {
            network.Forward(new Batch<float>(rows, inputs, targets), outputs, workspace);
            network.Backward(new Batch<float>(rows, inputs, targets), upstream, gradient, workspace, inputGradient);
        });
        if (!context.Description.Losses.IsEmpty)
        {
            yield return Warm("cost", () => network.Cost(new Batch<float>(rows, inputs, targets), workspace));
            float[] weights = [.. Enumerable.Repeat(0.5f, rows)];
            yield return Warm("gradient of weighted rows", () => network.Gradient(new Batch<float>(rows, inputs, targets) { Weights = weights }, gradient, workspace));
            yield return Warm("gradient", () => network.Gradient(new Batch<float>(rows, inputs, targets), gradient, workspace, inputGradient));
            if (context.TakesLabels)
            {
                int[] labels = new int[rows];
                yield return Warm("gradient by label", () => network.Gradient(new Batch<float>(inputs, labels), gradient, workspace));
            }
        }

        yield return Warm("a step of Adam", () => adam.Step(network.Parameters, gradient));
    }

    /// <summary>The least of several trials, for the runtime itself may allocate while code is still being compiled.</summary>
    private static ProofFinding Warm(string call, Action action)
    {
        action();
        long least = long.MaxValue;
        for (int trial = 0; trial < Trials && least > 0; trial++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return new(Invariant($"{call} allocates nothing"), least == 0, least == 0 ? "0 bytes" : Invariant($"{least} bytes in every warm call"));
    }
}
