using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Where the gradient of each tensor comes from. Several operations may read a tensor; on the way back the first to
/// contribute writes its gradient, the others add to it.
/// </summary>
internal sealed class GradientFlow
{
    private readonly HashSet<(int Operation, int Slot)> added = [];

    public GradientFlow(NetworkProgram program)
    {
        var written = new HashSet<int>(program.Outputs.Select(output => output.Last));
        for (int index = program.Operations.Count - 1; index >= 0; index--)
        {
            Operation operation = program.Operations[index];
            for (int slot = 0; slot < operation.Inputs.Count; slot++)
            {
                if (!written.Add(operation.Inputs[slot]))
                {
                    added.Add((index, slot));
                }
            }
        }
    }

    /// <summary>Whether an operation adds to the gradient of one of its inputs, or writes it.</summary>
    public bool Adds(int operation, int slot) => added.Contains((operation, slot));
}
