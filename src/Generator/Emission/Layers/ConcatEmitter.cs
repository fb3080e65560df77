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
            foreach (int slot in operation.Slots)
            {
                pass.DeclareValue(operation.Inputs[slot]);
            }

            pass.DeclareValue(operation.Output);
            if (operation.FirstSlot == 0)
            {
                RowCopy.ClearPadding(pass, pass.Value(operation.Output), pass.Elements(operation.Output));
            }

            foreach (int slot in operation.Slots)
            {
                string input = pass.Value(operation.Inputs[slot]);
                ForRuns(operation, pass, slot, (inside, outside, length) =>
                    RowCopy.Run(pass, input, inside, pass.Value(operation.Output), outside, length, adds: false));
            }
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        foreach (int slot in operation.Slots)
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

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => operation.Slots
        .Select(slot => CostOfRuns(operation, pass, slot))
        .Aggregate(PassWriter.CostOfRows(rows: operation.Slots.Count() + 1) + RowCopy.CostOfClearing, (sum, cost) => sum + cost);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => operation.Slots
        .Select(slot => PassWriter.CostOfRows(rows: 2) + RowCopy.CostOfClearing + CostOfRuns(operation, pass, slot))
        .Aggregate((sum, cost) => sum + cost);

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        program.Tensors[operation.Output].Elements;

    /// <summary>Visits the runs of one input: where in it (as the start of an index), where in the output, how long.</summary>
    private static void ForRuns(Operation operation, PassWriter pass, int slot, Action<string, string, int> visit)
    {
        int count = Runs(operation);
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

    private static MethodCost CostOfRuns(Operation operation, PassWriter pass, int slot)
    {
        int count = Runs(operation);
        MethodCost run = RowCopy.Cost(pass, pass.Elements(operation.Inputs[slot]) / count);
        return pass.Form.Unrolled ? count * run : new MethodCost(Locals: 2, Operations: 0) + run;
    }

    private static int Runs(Operation operation)
    {
        var concat = (ConcatModel)operation.Layer;
        return concat.Output.Sizes.Take(concat.Axis).Aggregate(1, (product, size) => product * size);
    }

    private static string Start(int offset) => offset == 0 ? "" : $"{Text.Number(offset)} + ";
}
