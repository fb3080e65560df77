using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Tensors joined along an axis. Each is a number of runs, one for every index of the axes before; in the output the
/// runs of all inputs alternate.
/// </summary>
internal sealed class ConcatEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = [{string.Join("; ", operation.Inputs.Select(pass.Value))}]";

    public override void Forward(Operation operation, PassWriter pass)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            foreach (int input in operation.Inputs)
            {
                pass.DeclareValue(input);
            }

            pass.DeclareValue(operation.Output);
            RowCopy.ClearPadding(pass, pass.Value(operation.Output), pass.Elements(operation.Output));
            for (int slot = 0; slot < operation.Inputs.Count; slot++)
            {
                string input = pass.Value(operation.Inputs[slot]);
                ForRuns(operation, pass, slot, (inside, outside, length) =>
                    RowCopy.Run(pass, input, inside, pass.Value(operation.Output), outside, length, adds: false));
            }
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        for (int slot = 0; slot < operation.Inputs.Count; slot++)
        {
            int input = operation.Inputs[slot];
            bool adds = request.Adds(slot);
            using (request.For(slot))
            using (pass.DividedRows(pass.Elements(input)))
            {
                pass.DeclareGradient(operation.Output);
                pass.DeclareGradient(input);
                if (!adds)
                {
                    RowCopy.ClearPadding(pass, pass.Gradient(input), pass.Elements(input));
                }

                ForRuns(operation, pass, slot, (inside, outside, length) =>
                    RowCopy.Run(pass, pass.Gradient(operation.Output), outside, pass.Gradient(input), inside, length, adds));
            }
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        program.Tensors[operation.Output].Elements;

    /// <summary>Visits the runs of one input: where in it (as the start of an index), where in the output, how long.</summary>
    private static void ForRuns(Operation operation, PassWriter pass, int slot, Action<string, string, int> visit)
    {
        var concat = (ConcatModel)operation.Layer;
        int count = concat.Output.Sizes.Take(concat.Axis).Aggregate(1, (product, size) => product * size);
        int Length(int input) => pass.Elements(input) / count;
        int total = operation.Inputs.Sum(Length);
        int offset = operation.Inputs.Take(slot).Sum(Length);
        int length = Length(operation.Inputs[slot]);
        if (pass.Form.Unrolled || count == 1)
        {
            for (int run = 0; run < count; run++)
            {
                visit(Start(run * length), Start((run * total) + offset), length);
            }
        }
        else
        {
            using (pass.Code.Block($"for (nuint run = 0; run < {Text.Number(count)}; run++)"))
            {
                visit($"run * {Text.Number(length)} + ", $"run * {Text.Number(total)} + {Start(offset)}", length);
            }
        }
    }

    private static string Start(int offset) => offset == 0 ? "" : $"{Text.Number(offset)} + ";
}
