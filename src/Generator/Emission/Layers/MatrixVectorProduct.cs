using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Writes y = f(start + M·x) for one row, M [units, inputs] in panels. Where few vectors are worked on together, each
/// has several accumulators that take the inputs in turn, so that the additions need not wait for one another.
/// </summary>
/// <param name="start">What the sums start from: the bias, the result itself, or null for zero.</param>
/// <param name="activation">f, or null for none.</param>
internal sealed class MatrixVectorProduct(
    PassWriter pass, int inputs, int units, string matrix, string vector, string result, string? start, ActivateModel? activation = null)
{
    private const int Accumulators = 4;

    private VectorForm Form => pass.Form;

    public void Write() => new PanelColumns(pass, inputs, units).Write(WriteGroup);

    private void WriteGroup(ColumnGroup group)
    {
        int vectors = group.Columns.Length;
        int turns = Math.Min(inputs, Math.Max(1, Accumulators / vectors));
        string Sum(int vector, int turn) => vectors == 1 ? $"s{Text.Number(turn)}" : turns == 1 ? $"s{Text.Number(vector)}" : $"s{Text.Number(vector)}_{Text.Number(turn)}";
        using (pass.Form.Unrolled ? pass.Code.Block() : null)
        {
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
                        Step(group, v => Sum(v, turn), (Index)"k" + turn, v => (Index)$"{group.Places[v]} + k * {Text.Number(group.Width)}" + (turn * group.Width));
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
                string z = string.Join(" + ", Enumerable.Range(0, turns).Select(turn => Sum(v, turn)));
                if (turns == 4)
                {
                    z = $"({Sum(v, 0)} + {Sum(v, 1)}) + ({Sum(v, 2)} + {Sum(v, 3)})";
                }

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
            pass.Code.Line($"{sum(v)} = {Form.MultiplyAdd(x, Form.Load(matrix, place(v)), sum(v))};");
        }
    }
}
