using System.Collections.Immutable;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison;

/// <summary>The networks of the tables.</summary>
internal static class Workloads
{
    /// <summary>The rows of <see cref="Work.PredictBatch"/>.</summary>
    public const int PredictedRows = 64;

    /// <summary>The steps of a stream's row.</summary>
    public const int StreamedSteps = 16;

    public static ImmutableArray<Workload> All { get; } =
    [
        new Perceptron([4, 16, 16, 2], "Tanh", "Linear").Workload("W1", batch: 16),
        new Perceptron([13, 64, 32, 3], "ReLU", "Softmax").Workload("W2", batch: 32),
        new Perceptron([784, 128, 10], "ReLU", "Softmax").Workload("W3", batch: 64),
        new Perceptron([784, 512, 512, 10], "ReLU", "Softmax").Workload("W4", batch: 256),
        new("W5", "LeNet-5", W5.Description, Batch: 64),
        Stream(8, published: 40),
        Stream(32, published: 80),
        Stream(64, published: 241),
    ];

    /// <summary>Whether a work is done on a network: streams go step by step, the others row by row.</summary>
    public static bool Does(this Workload workload, Work work) => workload.Streams == (work == Work.Step);

    /// <summary>The rows of one call.</summary>
    public static int Rows(this Workload workload, Work work) => work switch
    {
        Work.PredictBatch => PredictedRows,
        Work.Train => workload.Batch,
        _ => 1,
    };

    /// <summary>The steps that a row is gone through in: those of a stream, else 1.</summary>
    public static int Steps(this Workload workload) => workload.Streams ? workload.Network.Shapes[0][0] : 1;

    /// <summary>What is done, in words.</summary>
    public static string Text(this Workload workload, Work work) => work switch
    {
        Work.PredictRow => "prediction, one row",
        Work.PredictBatch => $"prediction, {PredictedRows} rows",
        Work.Step => "one step, its state carried on",
        _ => $"training step, {workload.Batch} rows",
    };

    /// <summary>Whether single calls of a work are timed as well.</summary>
    public static bool HasTail(this Work work) => work is Work.PredictRow or Work.Step;

    private static Workload Stream(int units, int published)
    {
        string name = $"W6-{units}";
        NetworkDescription network = new(name, [StreamedSteps, 1], [new GRUDescription("GRU1", [0], units, Sequence: true)]);
        return new(name, $"GRU, input 1, {units} units", network, Batch: 1)
        {
            Streams = true,
            Note = $"RTNeural publishes {published} ns for this step, measured elsewhere: for orientation only.",
        };
    }
}
