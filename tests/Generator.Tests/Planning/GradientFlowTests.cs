using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class GradientFlowTests
{
    [Fact]
    public void On_the_way_back_the_first_contribution_writes_and_all_others_add()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            NetworkProgram program = Lowering.Lower(Programs.Random(seed), training: true);
            var flow = new GradientFlow(program);
            var contributions = Enumerable.Range(0, program.Operations.Count).Reverse()
                .SelectMany(index => Enumerable.Range(0, program.Operations[index].Inputs.Count).Select(slot => (Index: index, Slot: slot)))
                .GroupBy(place => program.Operations[place.Index].Inputs[place.Slot], place => flow.Adds(place.Index, place.Slot));
            foreach (IGrouping<int, bool> tensor in contributions)
            {
                IEnumerable<bool> expected = tensor.Select((_, order) => order > 0 || program.Outputs.Any(output => output.Last == tensor.Key));
                Assert.Equal(expected, tensor);
            }
        }
    }

    [Fact]
    public void A_tensor_that_is_added_to_itself_is_written_once_and_added_to_once()
    {
        NetworkProgram program = Programs.Training("[Input(3)] [Dense(3, Name = \"a\")] [Add(\"a\", \"a\")]");
        var flow = new GradientFlow(program);
        Assert.False(flow.Adds(1, 0));
        Assert.True(flow.Adds(1, 1));
        Assert.False(flow.Adds(0, 0));
    }
}
