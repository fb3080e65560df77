namespace NetGen.Generator;

/// <summary>a = z − max z − ln Σ e^(z − max z) over a row; dz = da − eᵃ·Σ da.</summary>
internal sealed class LogSoftmaxRowsEmitter : RowsEmitter
{
    public override bool Reduces => true;

    public override void Forward(Operation operation, RowsWriter rows)
    {
        string z = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        int elements = rows.Elements(operation.Output);
        using (rows.Code.Block())
        {
            SoftmaxRowsEmitter.WriteExponentials(rows, z, null, elements);
            rows.Code.Line("float log = Functions.Log(sum);");
            rows.ForElements(elements, () => rows.Store(a, $"{z}[j] - most - log", elements));
        }
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        CodeWriter code = rows.Code;
        string a = rows.Value(operation.Output);
        string d = rows.Gradient(operation.Output);
        rows.Gradient(operation.Inputs[0]);
        int elements = rows.Elements(operation.Output);
        using (code.Block())
        {
            code.Line("float sum = 0f;");
            rows.ForElements(elements, () => code.Line($"sum += {RowsWriter.Masked($"{d}[j]", elements)};"));
            code.Line($"sum = {rows.Sum("sum")};");
            rows.ForElements(elements, () => Give(operation, index, 0, rows, $"{d}[j] - Functions.Exp({a}[j]) * sum"));
        }
    }
}
