namespace NetGen.Generator;

/// <summary>y = x where x > 0, else a·x, with one a or one of every element.</summary>
internal sealed class PReLURowsEmitter : RowsEmitter
{
    public override void Forward(Operation operation, RowsWriter rows)
    {
        string x = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        string slope = Slope(operation, rows);
        int elements = rows.Elements(operation.Output);
        rows.ForElements(elements, () =>
        {
            rows.Code.Line($"float z = {x}[j];");
            rows.Store(a, $"(z > 0f ? z : z * {slope})", elements);
        });
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        string x = rows.Value(operation.Inputs[0]);
        string d = rows.Gradient(operation.Output);
        rows.Gradient(operation.Inputs[0]);
        string slope = Slope(operation, rows);
        rows.ForElements(rows.Elements(operation.Output), () => Give(operation, index, 0, rows, $"({x}[j] > 0f ? {d}[j] : {d}[j] * {slope})"));
    }

    private static string Slope(Operation operation, RowsWriter rows)
    {
        var prelu = (PReLUModel)operation.Layer;
        string name = $"W{Text.Number(operation.Number)}";
        rows.DeclareVector(name, rows.OffsetOf(operation, "Weights")!.Value, Padding.Of(prelu.Channels));
        return $"{name}[{(prelu.Channels == 1 ? "0" : "j")}]";
    }
}
