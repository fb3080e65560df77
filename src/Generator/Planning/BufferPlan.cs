namespace NetGen.Generator;

/// <summary>
/// The place of every tensor, and in training of its gradient, in one scratch row. Two share memory where their
/// lifetimes allow it, and the gradients of <see cref="NetworkProgram.Overwritten"/> take the place of their values.
/// </summary>
/// <param name="Values">The offset of each tensor; −1 where it needs no memory.</param>
/// <param name="Gradients">The offset of each tensor's gradient; empty when predicting.</param>
/// <param name="Length">The numbers that one row needs.</param>
/// <param name="Apart">Those that it would need if nothing shared memory.</param>
internal sealed record BufferPlan(EquatableArray<int> Values, EquatableArray<int> Gradients, int Length, long Apart)
{
    public static BufferPlan ForPredicting(NetworkProgram program)
    {
        var blocks = new Lifetimes(program);
        for (int time = 0; time < program.Operations.Count; time++)
        {
            blocks.Touch(program.Operations[time].Output, time);
            blocks.TouchMemory(program.Operations[time], time);
            foreach (int input in program.Operations[time].Inputs)
            {
                blocks.Touch(input, time);
            }
        }

        foreach (NetworkOutput output in program.Outputs)
        {
            blocks.Touch(output.Tensor, program.Operations.Count);
        }

        return blocks.Place(withGradients: false);
    }

    /// <summary>
    /// Time runs forward over the operations, then through outputs and losses, then back; a value that the backward pass
    /// reads again lives until then.
    /// </summary>
    public static BufferPlan ForTraining(NetworkProgram program)
    {
        var blocks = new Lifetimes(program, [.. program.Overwritten]);
        int count = program.Operations.Count;
        int turn = count;
        foreach (NetworkOutput output in program.Outputs)
        {
            blocks.Touch(output.Tensor, turn);
            blocks.Touch(output.Last, turn);
            blocks.TouchGradient(output.Last, turn);
        }

        for (int index = 0; index < count; index++)
        {
            Operation operation = program.Operations[index];
            int back = (2 * count) - index;
            blocks.Touch(operation.Output, index);
            blocks.TouchGradient(operation.Output, back);
            blocks.TouchMemory(operation, index);
            blocks.TouchMemory(operation, back);
            if (program.KeepsOutput(operation))
            {
                blocks.Touch(operation.Output, back);
            }

            foreach (int input in operation.Inputs)
            {
                blocks.Touch(input, index);
                blocks.TouchGradient(input, back);
                if (operation.Layer.KeepsInput)
                {
                    blocks.Touch(input, back);
                }
            }
        }

        // The input's gradient is read when all is done.
        blocks.TouchGradient(0, (2 * count) + 1);
        return blocks.Place(withGradients: true);
    }
}
