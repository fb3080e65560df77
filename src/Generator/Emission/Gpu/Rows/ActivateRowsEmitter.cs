namespace NetGen.Generator;

/// <summary>An elementwise activation that is not fused into the layer before it.</summary>
internal sealed class ActivateRowsEmitter : RowsEmitter
{
    public override void Forward(Operation operation, RowsWriter rows)
    {
        string input = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        int elements = rows.Elements(operation.Output);
        rows.ForElements(elements, () =>
        {
            rows.Code.Line($"float z = {input}[j];");
            rows.Store(a, ActivationEmitters.Scalar((ActivateModel)operation.Layer, "z"), elements);
        });
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        var activate = (ActivateModel)operation.Layer;
        string kept = rows.Value(activate.KeepsInput ? operation.Inputs[0] : operation.Output);
        string d = rows.Gradient(operation.Output);
        rows.Gradient(operation.Inputs[0]);
        rows.ForElements(rows.Elements(operation.Output), () =>
        {
            rows.Code.Line($"float kept = {kept}[j], d = {d}[j];");
            Give(operation, index, 0, rows, ActivationEmitters.Of(activate).ScalarBackward("kept", "d", activate));
        });
    }

    /// <summary>Makes the gradient of an operation's output that before the activation fused into it, in place.</summary>
    public static void BackFused(Operation operation, RowsWriter rows)
    {
        string a = rows.Value(operation.Output);
        string d = rows.Gradient(operation.Output);
        int elements = rows.Elements(operation.Output);
        rows.ForElements(elements, () =>
        {
            rows.Code.Line($"float kept = {a}[j], d = {d}[j];");
            rows.Store(d, ActivationEmitters.Of(operation.Activation!).ScalarBackward("kept", "d", operation.Activation!), elements);
        });
    }
}
