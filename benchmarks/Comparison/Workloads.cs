using System.Collections.Immutable;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison;

/// <summary>The networks of the tables.</summary>
internal static class Workloads
{
    /// <summary>The rows of <see cref="Work.PredictBatch"/>.</summary>
    public const int PredictedRows = 64;

    public static ImmutableArray<Workload> All { get; } =
    [
        new("W1", [4, 16, 16, 2], "Tanh", "Linear", Batch: 16),
        new("W2", [13, 64, 32, 3], "ReLU", "Softmax", Batch: 32),
        new("W3", [784, 128, 10], "ReLU", "Softmax", Batch: 64),
        new("W4", [784, 512, 512, 10], "ReLU", "Softmax", Batch: 256),
    ];

    /// <summary>The rows of one call.</summary>
    public static int Rows(this Workload workload, Work work) => work switch
    {
        Work.PredictRow => 1,
        Work.PredictBatch => PredictedRows,
        _ => workload.Batch,
    };

    /// <summary>The widths in a row: 784-128-10.</summary>
    public static string Shape(this Workload workload) => string.Join('-', workload.Sizes);

    /// <summary>What is done, in words.</summary>
    public static string Text(this Workload workload, Work work) => work switch
    {
        Work.PredictRow => "prediction, one row",
        Work.PredictBatch => $"prediction, {PredictedRows} rows",
        _ => $"training step, {workload.Batch} rows",
    };

    /// <summary>The number of parameters.</summary>
    public static int ParameterCount(this Workload workload) => workload.Layers().Sum(layer => (layer.Inputs + 1) * layer.Outputs);

    /// <summary>The widths on both sides of every dense layer.</summary>
    public static IEnumerable<(int Inputs, int Outputs)> Layers(this Workload workload) => workload.Sizes.Zip(workload.Sizes.Skip(1));

    /// <summary>The network as the reference takes it.</summary>
    public static NetworkDescription Describe(this Workload workload)
    {
        var layers = ImmutableArray.CreateBuilder<LayerDescription>();
        for (int layer = 1; layer < workload.Sizes.Length; layer++)
        {
            string name = $"Dense{layer}";
            layers.Add(new DenseDescription(name, [layers.Count], workload.Sizes[layer]));
            string activation = layer < workload.Sizes.Length - 1 ? workload.Hidden : workload.Output;
            if (activation != "Linear")
            {
                layers.Add(new ActivateDescription($"{name}.Activate", [layers.Count], Enum.Parse<Activation>(activation)));
            }
        }

        return new(workload.Name, [workload.Sizes[0]], layers.ToImmutable(), workload.Output == "Softmax" ? Loss.CrossEntropy : Loss.MeanSquaredError);
    }
}
