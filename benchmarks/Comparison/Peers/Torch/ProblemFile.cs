using System.Runtime.InteropServices;

namespace NetGen.Comparison.Peers.Torch;

/// <summary>
/// The numbers of a task, for another process. int32: layers, sizes, hidden (0 ReLU, 1 tanh), output (0 softmax,
/// 1 linear), rows. Double: learning rate. Floats: W and b of every layer, inputs. Then labels (int32) or targets.
/// </summary>
internal static class ProblemFile
{
    public static void Write(string path, Workload workload, Problem problem)
    {
        using FileStream file = File.Create(path);
        WriteAll<int>(file, [workload.Sizes.Length - 1, .. workload.Sizes, workload.Hidden == "Tanh" ? 1 : 0, workload.Output == "Linear" ? 1 : 0, problem.Rows]);
        WriteAll<double>(file, [problem.LearningRate]);
        for (int layer = 0; layer < problem.Weights.Length; layer++)
        {
            WriteAll<float>(file, problem.Weights[layer]);
            WriteAll<float>(file, problem.Biases[layer]);
        }

        WriteAll<float>(file, problem.Inputs);
        WriteAll<int>(file, problem.Labels);
        WriteAll<float>(file, problem.Targets);
    }

    private static void WriteAll<T>(FileStream file, ReadOnlySpan<T> values)
        where T : unmanaged => file.Write(MemoryMarshal.AsBytes(values));
}
