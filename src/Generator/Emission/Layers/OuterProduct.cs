
namespace NetGen.Generator;

/// <summary>Writes M += d·xᵀ for one row, M [units, inputs] in panels.</summary>
internal sealed class OuterProduct(PassWriter pass, int inputs, int units, string matrix, string column, string row)
{
    private VectorForm Form => pass.Form;

    public void Write() => new PanelColumns(pass, inputs, units).Write(WriteGroup);

    private void WriteGroup(ColumnGroup group)
    {
        using (Form.Unrolled ? pass.Code.Block() : null)
        {
            for (int v = 0; v < group.Columns.Length; v++)
            {
                pass.Code.Line($"{Form.Type} c{Text.Number(v)} = {Form.Load(column, group.Columns[v])};");
            }

            if (Form.Unrolled)
            {
                for (int k = 0; k < inputs; k++)
                {
                    string x = Form.Create($"Unsafe.Add(ref {row}, {Text.Number(k)})");
                    if (group.Columns.Length > 1)
                    {
                        pass.Code.Line($"{Form.Type} x{Text.Number(k)} = {x};");
                        x = $"x{Text.Number(k)}";
                    }

                    for (int v = 0; v < group.Columns.Length; v++)
                    {
                        Step(v, x, group.Places[v] + (k * group.Width));
                    }
                }
            }
            else
            {
                using (pass.Code.Block($"for (nuint k = 0; k < {Text.Number(inputs)}; k++)"))
                {
                    pass.Code.Line($"{Form.Type} x0 = {Form.Create($"Unsafe.Add(ref {row}, k)")};");
                    for (int v = 0; v < group.Columns.Length; v++)
                    {
                        Step(v, "x0", $"{group.Places[v]} + k * {Text.Number(group.Width)}");
                    }
                }
            }
        }
    }

    private void Step(int v, string x, Index place) =>
        pass.Code.Line(Form.Store(Form.MultiplyAdd(x, $"c{Text.Number(v)}", Form.Load(matrix, place)), matrix, place) + ";");
}
