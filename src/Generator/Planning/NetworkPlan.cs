using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Everything the emitters need to know of a network.</summary>
/// <param name="Model">The network.</param>
/// <param name="Parameters">Where its parameters lie.</param>
/// <param name="Statistics">Where its statistics lie, counted from the end of the parameters.</param>
/// <param name="Predicting">The operations that predict.</param>
/// <param name="PredictingBuffers">The scratch row of predicting.</param>
/// <param name="Training">The operations that train.</param>
/// <param name="TrainingBuffers">The scratch row of training.</param>
/// <param name="Transposes">Where the backward pass has its transposed weights.</param>
internal sealed record NetworkPlan(
    NetworkModel Model, ParameterPlan Parameters, ParameterPlan Statistics,
    NetworkProgram Predicting, BufferPlan PredictingBuffers,
    NetworkProgram Training, BufferPlan TrainingBuffers,
    TransposePlan Transposes)
{
    /// <summary>The same network for one step of a stream, whose predicting takes and gives one step; null where it does not stream.</summary>
    public NetworkPlan? Stepping { get; init; }

    /// <summary>The numbers of a stream's state.</summary>
    public long StateSize => Model.Layers.Where(layer => layer.StateOffset is not null).Sum(layer => layer.StateSize);

    /// <summary>The widest tensor of a network that predicts a batch with one example in each lane: as wide as a panel.</summary>
    private const int WidestInLanes = Padding.Panel;

    /// <summary>
    /// Whether a batch is predicted with one example in each lane, because layers are so narrow that half of what
    /// panels multiply is padding.
    /// </summary>
    public bool IsInLanes =>
        MethodBudget.Allows(Predicting.Operations.Count * new MethodCost(Locals: 0, Operations: 2)) &&
        Predicting.Outputs.Count == 1 &&
        Predicting.Operations.All(operation => operation.Layer is DenseModel or ActivateModel) &&
        Predicting.Tensors.All(tensor => tensor.Elements <= WidestInLanes) &&
        Products(units => Padding.Of(units)) >= 2 * Products(units => units);

    private int Products(Func<int, int> columns) =>
        Predicting.Operations.Select(operation => operation.Layer).OfType<DenseModel>().Sum(dense => dense.InputSize * columns(dense.Units));

    /// <summary>The parameters that cost something, with what.</summary>
    public IEnumerable<(PlacedParameter Tensor, PenaltyModel Penalty)> Penalized => Parameters.Tensors
        .Select(tensor => (tensor, Model.PenaltyOf(tensor.Node, tensor.Parameter)!)).Where(penalized => penalized.Item2 is not null);

    /// <summary>Whether the backward pass reads the parameters themselves.</summary>
    public bool RereadsParameters => Training.Operations.Any(operation => operation.Layer.RereadsParameters);

    /// <summary>Whether training couples the rows of a batch, and so is another pass than that of a cost.</summary>
    public bool Couples => Training.Operations.Any(operation => operation.Layer is BatchNormModel);

    /// <summary>Where a statistic lies in the buffer of the parameters.</summary>
    public int StatisticOf(int node, string name) => Parameters.Length + Statistics.OffsetOf(node, name)!.Value;

    /// <summary>Whether training drops elements, so that it needs the key of their masks.</summary>
    public bool Drops => Training.Operations.Any(operation => operation.Layer is DropoutModel);
}
