using System;

namespace NetGen.Generator;

/// <summary>
/// Writes y = f(start + M·x) for one row, M [units, inputs] in panels. Where few vectors are worked on together, each
/// has several accumulators that take the inputs in turn, so that the additions need not wait for one another.
/// </summary>
/// <param name="start">What the sums start from: the bias, or null for zero.</param>
/// <param name="activation">f, or null for none.</param>
/// <param name="inOrder">Whether every sum takes all inputs in their order, as a batch does, whatever it waits for.</param>
internal sealed class MatrixVectorProduct(
    PassWriter pass, int inputs, int units, string matrix, string vector, string result, string? start, ActivateModel? activation, bool inOrder = false)
{
    /// <summary>Two multiply-adds a cycle, each of which takes four.</summary>
    private const int Accumulators = 8;

    private VectorForm Form => pass.Form;

    /// <summary>What <see cref="Write"/> writes.</summary>
    public static MethodCost Cost(PassWriter pass, int inputs, int units, ActivateModel? activation)
    {
        // Each group has its sums, an input per step or per turn and what the last turns leave, and what is done with a sum.
        MethodCost total = new(Locals: 3, Operations: 1);
        foreach (int vectors in PanelColumns.Groups(pass.Form, units))
        {
            int turns = Math.Max(1, Accumulators / vectors);
            int steps = pass.Form.Unrolled ? inputs : Math.Min(inputs, 2 * turns);
            total += new MethodCost(
                Locals: (vectors * turns) + (vectors > 1 ? steps : 0) + 4,
                Operations: (vectors * turns) + ((vectors + 1) * steps) + (2 * vectors),
                Inlined: activation is null ? 0 : vectors);
        }

        return total;
    }

    public void Write() => new PanelColumns(pass, inputs, units, matrix).Write(WriteGroup);

    private void WriteGroup(ColumnGroup group)
    {
        int vectors = group.Columns.Length;
        int turns = inOrder ? 1 : Math.Min(inputs, Math.Max(1, Accumulators / vectors));
        string Sum(int vector, int turn) => vectors == 1 ? $"s{Text.Number(turn)}" : turns == 1 ? $"s{Text.Number(vector)}" : $"s{Text.Number(vector)}_{Text.Number(turn)}";
        for (int v = 0; v < vectors; v++)
        {
            for (int turn = 0; turn < turns; turn++)
            {
                pass.Code.Line($"{Form.Type} {Sum(v, turn)} = {(turn > 0 || start is null ? Form.Zero : Form.Load(start, group.Columns[v]))};");
            }
        }

        int rounds = Form.Unrolled ? 0 : inputs / turns;
        int looped = rounds > 1 ? rounds * turns : 0;
        if (looped > 0)
        {
            using (pass.Code.Block($"for (nuint k = 0; k < {Text.Number(looped)}; k += {Text.Number(turns)})"))
            {
                for (int each = 0; each < turns; each++)
                {
                    int turn = each;
                    Step(group, v => Sum(v, turn), (Index)"k" + turn, v => (Index)$"k * {Text.Number(group.Width)}" + group.Places[v] + (turn * group.Width));
                }
            }
        }

        for (int k = looped; k < inputs; k++)
        {
            int input = k;
            Step(group, v => Sum(v, input % turns), k, v => group.Places[v] + (input * group.Width));
        }

        for (int v = 0; v < vectors; v++)
        {
            string z = Total(turn => Sum(v, turn), 0, turns);
            if (activation is not null)
            {
                if (turns > 1)
                {
                    pass.Code.Line($"{Sum(v, 0)} = {z};");
                }

                z = ActivationEmitters.Of(activation).Forward(Form, Sum(v, 0), activation);
            }

            pass.Code.Line(Form.Store(z, result, group.Columns[v]) + ";");
        }
    }

    /// <summary>The sum of accumulators, by halves.</summary>
    private static string Total(Func<int, string> sum, int from, int to)
    {
        string Half(int first, int last) => last - first == 1 ? sum(first) : $"({Total(sum, first, last)})";
        int middle = (from + to + 1) / 2;
        return to - from == 1 ? sum(from) : $"{Half(from, middle)} + {Half(middle, to)}";
    }

    private void Step(ColumnGroup group, Func<int, string> sum, Index k, Func<int, Index> place)
    {
        string x = Form.Create($"Unsafe.Add(ref {vector}, {k})");
        if (group.Columns.Length > 1)
        {
            string name = $"x{k}".Replace(" + ", "");
            pass.Code.Line($"{Form.Type} {name} = {x};");
            x = name;
        }

        for (int v = 0; v < group.Columns.Length; v++)
        {
            pass.Code.Line($"{sum(v)} = {Form.MultiplyAdd(x, Form.Load(group.Matrix, place(v)), sum(v))};");
        }
    }
}
