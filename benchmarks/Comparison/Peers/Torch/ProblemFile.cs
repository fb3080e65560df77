using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using static System.FormattableString;

namespace NetGen.Comparison.Peers.Torch;

/// <summary>
/// The numbers of a task, for another process. Lines of text end with an empty one: the shape of the input, every
/// layer with its sizes, the loss, rows and learning rate. Floats follow: all parameters in canonical order, inputs;
/// then labels (int32) or targets.
/// </summary>
internal static class ProblemFile
{
    /// <exception cref="ArgumentException">A layer has no line.</exception>
    public static void Write(string path, Workload workload, Problem problem)
    {
        NetworkDescription network = workload.Network;
        string[] lines =
        [
            $"input {Words(network.Shapes[0])}",
            .. network.Layers.Select(Line),
            $"loss {network.Loss switch { Loss.CrossEntropy => "crossentropy", Loss.MeanSquaredError => "squarederror", _ => "none" }}",
            Invariant($"rows {problem.Rows}"),
            string.Create(CultureInfo.InvariantCulture, $"rate {problem.LearningRate:R}"),
            "",
        ];
        using FileStream file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + '\n'))));
        WriteAll<float>(file, problem.Parameters);
        WriteAll<float>(file, problem.Inputs);
        WriteAll<int>(file, problem.Labels);
        WriteAll<float>(file, problem.Targets);
    }

    /// <summary>A layer's kind and sizes, those of two axes in the order height, width.</summary>
    private static string Line(LayerDescription layer) => layer switch
    {
        DenseDescription dense => $"dense {Words([dense.Units])}",
        Conv2DDescription conv =>
            $"conv {Words([conv.Channels, conv.Height.Kernel, conv.Width.Kernel, conv.Height.Stride, conv.Width.Stride, conv.Height.Before, conv.Width.Before])}",
        MaxPool2DDescription pool => $"maxpool {Words([pool.KernelHeight, pool.KernelWidth, pool.StrideHeight, pool.StrideWidth])}",
        FlattenDescription => "flatten",
        ActivateDescription { Activation: Activation.ReLU } => "relu",
        ActivateDescription { Activation: Activation.Tanh } => "tanh",
        ActivateDescription { Activation: Activation.Softmax } => "softmax",
        GRUDescription gru => $"gru {Words([gru.Units])}",
        _ => throw new ArgumentException($"{layer.Summary} has no line here.", nameof(layer)),
    };

    private static string Words(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static void WriteAll<T>(FileStream file, ReadOnlySpan<T> values)
        where T : unmanaged => file.Write(MemoryMarshal.AsBytes(values));
}
