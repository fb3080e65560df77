namespace NetGen.Generator;

/// <summary>Zeros around every channel, by the kernels of the library.</summary>
internal sealed class ZeroPadEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = {pass.Value(operation.Inputs[0])} with zeros around";

    public override void Forward(Operation operation, PassWriter pass)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            pass.Code.Line($"ZeroPadKernels.Forward({Sizes(operation)}, ref {pass.Value(operation.Inputs[0])}, ref {pass.Value(operation.Output)});");
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            pass.Code.Line($"ZeroPadKernels.Backward({Sizes(operation)}, ref {pass.Gradient(operation.Output)}, ref {pass.Gradient(operation.Inputs[0])}, accumulate: {(request.Adds(0) ? "true" : "false")});");
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => NeverWrittenOut;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 0, Operations: 2);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => ForwardCost(operation, pass);

    private static string Sizes(Operation operation)
    {
        var pad = (ZeroPadModel)operation.Layer;
        EquatableArray<int> input = pad.Input.Sizes;
        return Text.List([input[0], input.Count == 3 ? input[1] : 1, input[input.Count - 1], pad.Left, pad.Right, pad.Top, pad.Bottom]);
    }
}
