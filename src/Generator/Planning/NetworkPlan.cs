using System.Linq;

namespace NetGen.Generator;

/// <summary>Everything the emitters need to know of a network.</summary>
/// <param name="Model">The network.</param>
/// <param name="Parameters">Where its parameters lie.</param>
/// <param name="Predicting">The operations that predict.</param>
/// <param name="PredictingBuffers">The scratch row of predicting.</param>
/// <param name="Training">The operations that train.</param>
/// <param name="TrainingBuffers">The scratch row of training.</param>
/// <param name="Transposes">The transposed weights of the backward pass.</param>
internal sealed record NetworkPlan(
    NetworkModel Model, ParameterPlan Parameters,
    NetworkProgram Predicting, BufferPlan PredictingBuffers,
    NetworkProgram Training, BufferPlan TrainingBuffers,
    TransposePlan Transposes)
{
    /// <summary>Whether training drops elements, so that it needs the key of their masks.</summary>
    public bool Drops => Training.Operations.Any(operation => operation.Layer is DropoutModel);
}
