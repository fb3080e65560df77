using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Decides whether a network is so small that predicting a row is written out completely, without a loop. Beyond
/// these numbers straight-line code loses to loops, or meets a limit of the JIT.
/// </summary>
internal static class UnrollBudget
{
    private const int VectorOperations = 256;

    /// <summary>The vector operations of a layer that is one call: around it there is nothing to gain by writing out.</summary>
    public const int Beyond = VectorOperations + 1;

    /// <summary>Each inlined activation is an inlinee of its own; from about 60 the JIT gives up on a method.</summary>
    private const int InlinedActivations = 24;

    /// <summary>Each operation names its rows and sums; from about 500 locals the JIT stops inlining.</summary>
    private const int Operations = 24;

    public static bool Allows(NetworkProgram predicting, int lanes) =>
        predicting.Operations.Count <= Operations &&
        predicting.Operations.Sum(operation => (long)LayerEmitters.Of(operation).VectorOperations(operation, predicting, lanes)) + Copies(predicting, lanes) <= VectorOperations &&
        predicting.Operations.Where(operation => operation.Activation is not null || operation.Layer is ActivateModel).Sum(operation => LayerEmitter.Vectors(predicting.Tensors[operation.Output].Elements, lanes)) <= InlinedActivations;

    /// <summary>The vectors of the input where it is copied into padded memory, and of the output.</summary>
    private static long Copies(NetworkProgram predicting, int lanes) =>
        (predicting.StagesInput ? LayerEmitter.Vectors(predicting.Tensors[0].Elements, lanes) : 0L) + predicting.Outputs.Sum(output => LayerEmitter.Vectors(predicting.Tensors[output.Tensor].Elements, lanes));
}
