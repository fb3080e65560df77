using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace NetGen.Checking;

/// <summary>The same call gives the same bits, whatever else was called, and on several threads at once.</summary>
internal static class DeterminismCheck
{
    private const int Threads = 4;

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

        float[] inputs = batch.Inputs;
        bool[] same = new bool[Threads];
        Parallel.For(0, Threads, thread => same[thread] = Enumerable.Range(0, 8).All(_ => network.Predict(inputs).SameBits(predicted)));
        findings.Add(new("forward on several threads at once", same.All(s => s), same.All(s => s) ? $"{Threads} threads got the same bits" : "a thread got other bits: something is shared that should not be"));

        GradientAnswer pulled = network.PullBack(batch.ByTarget, batch.Upstream, workspace);
        bool pulledAgain = network.PullBack(batch.ByTarget, batch.Upstream, workspace).SameBits(pulled);
        network.PullBack(other.ByTarget, other.Upstream, workspace);
        findings.Add(Same("backward", pulledAgain, network.PullBack(batch.ByTarget, batch.Upstream, workspace).SameBits(pulled)));

        if (context.Description.Loss is not null)
        {
            GradientAnswer learned = network.Learn(batch.ByTarget, workspace);
            bool learnedAgain = network.Learn(batch.ByTarget, workspace).SameBits(learned);
            network.Learn(other.ByTarget, workspace);
            bool learnedAfter = network.Learn(batch.ByTarget, workspace).SameBits(learned) && network.Learn(batch.ByTarget, network.CreateWorkspace(2)).SameBits(learned);
            findings.Add(Same("gradient", learnedAgain, learnedAfter));
        }

        return findings;
    }

    private static ProofFinding Same(string call, bool again, bool after) => new(
        $"{call} is deterministic", again && after,
        !again ? "the same call twice gave different bits"
        : !after ? "after a call with another batch the same call gave different bits"
        : "the same bits twice, and after a batch of another size");
}
