namespace NetGen.Generator;

/// <summary>Dropout while training, by the masks of the CPU; classical, a scale when predicting.</summary>
internal sealed class DropoutRowsEmitter : RowsEmitter
{
    public override void Forward(Operation operation, RowsWriter rows)
    {
        string x = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        int elements = rows.Elements(operation.Output);
        using (rows.Code.Block())
        {
            DeclareKey(operation, rows);
            rows.ForElements(elements, () => rows.Store(a, rows.Training ? Masked(operation, $"{x}[j]") : $"{x}[j] * {Kept(operation)}", elements));
        }
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        string d = rows.Gradient(operation.Output);
        rows.Gradient(operation.Inputs[0]);
        using (rows.Code.Block())
        {
            DeclareKey(operation, rows);
            rows.ForElements(rows.Elements(operation.Output), () => Give(operation, index, 0, rows, Masked(operation, $"{d}[j]")));
        }
    }

    private static void DeclareKey(Operation operation, RowsWriter rows)
    {
        if (rows.Training)
        {
            rows.Code.Line($"uint key = DropoutMask.Key(seed, step, {Text.Number(operation.Node)}, row);");
        }
    }

    private static string Masked(Operation operation, string value)
    {
        var dropout = (DropoutModel)operation.Layer;
        return $"(DropoutMask.Keeps(key, j, {FloatLiteral.Of((float)dropout.Rate)}) ? {value}{(dropout.Classical ? "" : $" / {Kept(operation)}")} : 0f)";
    }

    private static string Kept(Operation operation) => FloatLiteral.Of(1 - (float)((DropoutModel)operation.Layer).Rate);
}
