using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>The same call gives the same bits, whatever else was called, and on several threads at once.</summary>
internal static class DeterminismCheck
{
    private const int Threads = 4;
    private const int Calls = 8;

    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        INetwork<float> network = context.Network;
        ProofCase batch = context.Case(context.Rows), other = context.Case(1, step: 2);
        Workspace<float> workspace = network.CreateWorkspace(1);

        Guarded predicted = network.Predict(batch.Inputs);
        Guarded again = network.Predict(batch.Inputs);
        network.Predict(other.Inputs);
        Guarded after = network.Predict(batch.Inputs);
        List<ProofFinding> findings = [Same("forward", predicted.SameBits(again), predicted.SameBits(after))];

        bool together = Together(network, batch.Inputs, predicted);
        findings.Add(new("forward on several threads at once", together, together ? Invariant($"{Threads} threads got the same bits") : "a thread got other bits: something is shared that should not be"));

        GradientAnswer pulled = network.PullBack(batch.ByTarget, batch.Upstream, workspace);
        bool pulledAgain = network.PullBack(batch.ByTarget, batch.Upstream, workspace).SameBits(pulled);
        network.PullBack(other.ByTarget, batch.Upstream.AsSpan(0, other.Rows * context.OutputSize), workspace);
        findings.Add(Same("backward", pulledAgain, network.PullBack(batch.ByTarget, batch.Upstream, workspace).SameBits(pulled)));

        if (!context.Description.Losses.IsEmpty)
        {
            GradientAnswer learned = network.Learn(batch.ByTarget, workspace);
            bool learnedAgain = network.Learn(batch.ByTarget, workspace).SameBits(learned);
            network.Learn(other.ByTarget, workspace);
            bool learnedAfter = network.Learn(batch.ByTarget, workspace).SameBits(learned) && network.Learn(batch.ByTarget, network.CreateWorkspace(2)).SameBits(learned);
            findings.Add(Same("gradient", learnedAgain, learnedAfter));
        }

        return findings;
    }

    /// <summary>Whether threads that predict at the same time all get the same bits.</summary>
    private static bool Together(INetwork<float> network, float[] inputs, Guarded expected)
    {
        bool[] same = new bool[Threads];
        Exception? thrown = null;
        using Barrier start = new(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                same[index] = Enumerable.Range(0, Calls).All(_ => network.Predict(inputs).SameBits(expected));
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref thrown, exception, null);
            }
        }) { IsBackground = true })];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return same.All(bits => bits);
    }

    private static ProofFinding Same(string call, bool again, bool after) => new(
        $"{call} is deterministic", again && after,
        !again ? "the same call twice gave different bits"
        : !after ? "after a call with another batch the same call gave different bits"
        : "the same bits twice, and after a batch of another size");
}
