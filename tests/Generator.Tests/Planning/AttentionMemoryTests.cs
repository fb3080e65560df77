using System.Linq;
using NetGen.Kernels;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The plan and the kernels lay self-attention out alike.</summary>
public sealed class AttentionMemoryTests
{
    private static readonly (int Size, int Heads)[] sizes = [(1, 1), (3, 3), (16, 1), (16, 2), (34, 2), (43, 1), (128, 8), (130, 10)];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Memory_and_parameters_are_what_the_kernels_take(bool bias, bool lengths)
    {
        foreach ((int size, int heads) in sizes)
        {
            foreach (int steps in (int[])[1, 2, 17, 32, 33, 128])
            {
                string length = lengths ? "[Input(1, Name = \"length\")] " : "";
                NetworkModel model = Programs.Model(
                    $"{length}[Input({steps}, {size}, Name = \"series\")] [Attention({heads}, Bias = {(bias ? "true" : "false")}{(lengths ? ", Lengths = \"length\"" : "")})]");
                foreach (bool training in (bool[])[false, true])
                {
                    Assert.Equal(new AttentionSizes(steps, size, heads, bias, causal: false, training, lengths).Memory, model.Layers[model.Layers.Count - 1].Memory(training));
                }

                NetworkPlan plan = Planner.Plan(model);
                Assert.Equal(
                    ((string[])["InputWeights", "OutputWeights", "InputBias", "OutputBias"])[..(bias ? 4 : 2)], plan.Parameters.Tensors.Select(tensor => tensor.Parameter.Name));
                Assert.Equal([true, false], plan.Transposes.Weights.Select(weights => weights.OnRequest));
            }
        }
    }
}
