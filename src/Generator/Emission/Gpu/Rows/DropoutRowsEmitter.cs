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
            rows.ForElements(elements, () => rows.Store(a, rows.Training ? Mask(operation, $"{x}[j]") : $"{x}[j] * {FloatLiteral.Of((float)(1 - ((DropoutModel)operation.Layer).Rate))}", elements));
        }
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        string d = rows.Gradient(operation.Output);
        rows.Gradient(operation.Inputs[0]);
        using (rows.Code.Block())
        {
            DeclareKey(operation, rows);
            rows.ForElements(rows.Elements(operation.Output), () => Give(operation, index, 0, rows, Mask(operation, $"{d}[j]")));
        }
    }

    private static void DeclareKey(Operation operation, RowsWriter rows)
    {
        if (rows.Training)
        {
            rows.Code.Line($"uint key = DropoutMask.RowKey(stepKey, {Text.Number(operation.Node)}, row);");
        }
    }

    private static string Mask(Operation operation, string value)
    {
        var dropout = (DropoutModel)operation.Layer;
        return $"(DropoutMask.Keeps(key, j, {FloatLiteral.Of((float)dropout.Rate)}) ? {value}{(dropout.Classical ? "" : $" / {FloatLiteral.Of(1 - (float)dropout.Rate)}")} : 0f)";
    }
}
