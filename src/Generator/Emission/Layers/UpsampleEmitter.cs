namespace NetGen.Generator;

/// <summary>Elements repeated along each axis, by the kernels of the library.</summary>
internal sealed class UpsampleEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = each of {pass.Value(operation.Inputs[0])} repeated {((UpsampleModel)operation.Layer).Factor} times along each axis";

    public override void Forward(Operation operation, PassWriter pass)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            pass.Code.Line($"UpsampleKernels.Forward({Sizes(operation)}, ref {pass.Value(operation.Inputs[0])}, ref {pass.Value(operation.Output)});");
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            pass.Code.Line($"UpsampleKernels.Backward({Sizes(operation)}, ref {pass.Gradient(operation.Output)}, ref {pass.Gradient(operation.Inputs[0])}, accumulate: {(request.Adds(0) ? "true" : "false")});");
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => NeverWrittenOut;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 0, Operations: 2);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => ForwardCost(operation, pass);

    private static string Sizes(Operation operation)
    {
        var upsample = (UpsampleModel)operation.Layer;
        EquatableArray<int> input = upsample.Input.Sizes;
        return Text.List(input.Count == 3
            ? [input[0], input[1], input[2], upsample.Factor, upsample.Factor]
            : [input[0], 1, input[1], 1, upsample.Factor]);
    }
}
