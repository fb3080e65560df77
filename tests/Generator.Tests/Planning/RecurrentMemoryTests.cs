using System.Linq;
using NetGen.Kernels;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The plan and the kernels lay a recurrent layer out alike.</summary>
public sealed class RecurrentMemoryTests
{
    private static readonly int[] sizes = [1, 3, 15, 16, 17, 43, 112, 128, 130];

    [Theory]
    [InlineData("[Recurrent({0}, Activation.Tanh", RecurrentKind.Tanh)]
    [InlineData("[Recurrent({0}, Activation.ReLU", RecurrentKind.ReLU)]
    [InlineData("[LSTM({0}", RecurrentKind.LSTM)]
    [InlineData("[GRU({0}", RecurrentKind.GRU)]
    public void Memory_and_parameters_are_what_the_kernels_take(string attribute, RecurrentKind kind)
    {
        foreach (int units in sizes)
        {
            foreach (int steps in (int[])[1, 2, 12, 13])
            {
                foreach (bool bidirectional in (bool[])[false, true])
                {
                    int inputs = sizes[(units + steps) % sizes.Length];
                    NetworkModel model = Programs.Model($"[Input({steps}, {inputs})] {string.Format(attribute, units)}, Bidirectional = {(bidirectional ? "true" : "false")})]");
                    var layer = (RecurrenceModel)model.Layers[0];
                    foreach (bool training in (bool[])[false, true])
                    {
                        var kernel = new RecurrentSizes(kind, steps, inputs, units, bias: true, sequence: false, bidirectional, layer.Window(training));
                        Assert.Equal(kernel.Memory, layer.Memory(training));
                        Assert.True(!training || layer.Window(training) == steps);
                    }

                    NetworkPlan plan = Planner.Plan(model);
                    string[] names = ["InputWeights", "StateWeights", "InputBias", "StateBias"];
                    Assert.Equal(
                        [.. names, .. names.Take(bidirectional ? 4 : 0).Select(name => $"Reverse{name}")],
                        plan.Parameters.Tensors.Select(tensor => tensor.Parameter.Name));
                    Assert.Equal([true, false, .. bidirectional ? [true, false] : System.Array.Empty<bool>()], plan.Transposes.Weights.Select(weights => weights.OnRequest));
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 16, 17)]
    [InlineData(20, 33, 128)]
    public void A_dense_layer_of_every_step_has_memory_for_both_its_sides(int steps, int inputs, int units)
    {
        LayerModel layer = Programs.Model($"[Input({steps}, {inputs})] [Dense({units}, PerStep = true)]").Layers[0];
        Assert.Equal([new PerStepSizes(steps, inputs, units).Memory, new PerStepSizes(steps, inputs, units).Memory], [layer.Memory(true), layer.Memory(false)]);
    }
}
