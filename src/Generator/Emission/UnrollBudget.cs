using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Decides whether a network is small enough to be written out completely, so that its passes hold no loop. Beyond
/// these numbers straight-line code loses to loops, or meets a limit of the JIT.
/// </summary>
internal static class UnrollBudget
{
    private const int VectorOperations = 256;

    /// <summary>Each inlined activation is an inlinee of its own; from about 60 the JIT gives up on a method.</summary>
    private const int InlinedActivations = 24;

    /// <summary>Each operation names its rows and sums; from about 500 locals the JIT stops inlining.</summary>
    private const int Operations = 24;

    public static bool Allows(NetworkPlan plan, int lanes) =>
        plan.Rowwise &&
        plan.Training.Operations.Count <= Operations &&
        plan.Training.Operations.Sum(operation => LayerEmitters.Of(operation).VectorOperations(operation, plan.Training, lanes)) <= VectorOperations &&
        plan.Training.Operations.Where(operation => operation.KeepsOutput || operation.Layer is ActivateModel).Sum(operation => Vectors(plan.Training.Tensors[operation.Output].Elements, lanes))
            + (3 * Vectors(plan.Training.Tensors[plan.Training.Last].Elements, lanes)) <= InlinedActivations;

    private static int Vectors(int elements, int lanes) => (elements + lanes - 1) / lanes;
}
