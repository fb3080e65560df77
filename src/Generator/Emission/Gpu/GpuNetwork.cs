using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>What the parts of a network on a device have in common: its schedules, and where things lie.</summary>
internal sealed class GpuNetwork(NetworkPlan plan)
{
    /// <summary>The matrices that one launch gives their gradients: a thread finds its own by comparing.</summary>
    private const int MostMatrices = 8;

    public NetworkPlan Plan => plan;

    public GpuSchedule Predicting { get; } = GpuSchedule.ForPredicting(plan);

    /// <summary>Null where there is no loss.</summary>
    public GpuSchedule? Training { get; } = plan.Model.Losses.Count == 0 ? null : GpuSchedule.ForTraining(plan);

    /// <summary>The numbers of a row of inputs, with those that make it a multiple of four.</summary>
    public int InputStride => Padding.OfFours((int)plan.Model.Input.Elements);

    /// <summary>Where what each output counts lies, behind parameters and statistics.</summary>
    public int ConstantsOffset => plan.Parameters.Length + plan.Statistics.Length;

    /// <summary>What each output counts; none where each counts 1.</summary>
    public IEnumerable<double> OutputWeights => plan.Model.Loss?.Options.Weights ?? Enumerable.Empty<double>();

    public bool IsMean => plan.Model.Losses[0].Reduction == "Mean";

    public bool TakesLabels => LossEmitters.TakesLabels(plan);

    /// <summary>The launches that give matrices their gradients.</summary>
    public IReadOnlyList<GpuMatrices> Matrices { get; } = Of(plan);

    /// <summary>The layers of vectors, whose gradients lie ready.</summary>
    public IEnumerable<Operation> Vectors => plan.Training.Operations.Where(GpuSchedule.LearnsVectors);

    /// <summary>Whether parameters cost anything.</summary>
    public bool Penalized { get; } = plan.Penalized.Any();

    /// <summary>The costs of parameters that a training step leaves: of every thread that changes penalized matrices, and behind them of every four numbers of vectors.</summary>
    public int Penalties => MatrixPenalties + Vectors.Sum(operation => LengthOf(operation) / 4);

    public int MatrixPenalties => Penalized ? Matrices.Sum(launch => launch.Cells) : 0;

    /// <summary>The numbers of the parameters of a layer of vectors, which lie one after another.</summary>
    public static int LengthOf(Operation operation) => TransposePlan.LengthOf(operation.Layer.Parameters);

    private static List<GpuMatrices> Of(NetworkPlan plan)
    {
        Operation[] dense = [.. GpuSchedule.Matrices(plan.Training)];
        var launches = new List<GpuMatrices>();
        for (int first = 0; first < dense.Length; first += MostMatrices)
        {
            launches.Add(new GpuMatrices(launches.Count + 1, dense.Skip(first).Take(MostMatrices).ToArray()));
        }

        return launches;
    }
}
