namespace NetGen.Generator;

/// <summary>a = e^(z − max z) / Σ e^(z − max z) over a row; dz = a ⊙ (da − Σ da·a).</summary>
internal sealed class SoftmaxRowsEmitter : RowsEmitter
{
    public override bool Reduces => true;

    public override void Forward(Operation operation, RowsWriter rows)
    {
        string z = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        int elements = rows.Elements(operation.Output);
        using (rows.Code.Block())
        {
            WriteExponentials(rows, z, a, elements);
            rows.ForElements(elements, () => rows.Store(a, $"{a}[j] / sum", elements));
        }
    }

    /// <summary>Writes e^(z − most) with <c>most</c> = max z into a row, and declares their <c>sum</c>; without a row, the sum alone.</summary>
    public static void WriteExponentials(RowsWriter rows, string z, string? e, int elements)
    {
        CodeWriter code = rows.Code;
        code.Line("float most = float.NegativeInfinity;");
        rows.ForElements(elements, () => code.Line($"most = {RowsWriter.Masked($"{z}[j] > most ? {z}[j] : most", elements, otherwise: "most")};"));
        code.Line($"most = {rows.Max("most")};");
        code.Line("float sum = 0f;");
        rows.ForElements(elements, () =>
        {
            code.Line($"float exponential = {RowsWriter.Masked($"Functions.Exp({z}[j] - most)", elements)};");
            code.Line("sum += exponential;");
            if (e is not null)
            {
                rows.Store(e, "exponential", 4);
            }
        });
        code.Line($"sum = {rows.Sum("sum")};");
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
            code.Line("float product = 0f;");
            rows.ForElements(elements, () => code.Line($"product += {RowsWriter.Masked($"{d}[j] * {a}[j]", elements)};"));
            code.Line($"product = {rows.Sum("product")};");
            rows.ForElements(elements, () => Give(operation, index, 0, rows, $"{a}[j] * ({d}[j] - product)"));
        }
    }
}
