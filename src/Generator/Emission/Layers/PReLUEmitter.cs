namespace NetGen.Generator;

/// <summary>A leaky ReLU with learned slopes, by the kernels of the library.</summary>
internal sealed class PReLUEmitter : KernelEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        string x = pass.Value(operation.Inputs[0]);
        return $"{pass.Value(operation.Output)} = max(0, {x}) + W{Text.Number(operation.Number)} ⊙ min(0, {x})";
    }

    public override void Forward(Operation operation, PassWriter pass) =>
        pass.Code.Lines(
            $"""
            PReLUKernels.Forward(
                {pass.RowCount}, {Sizes(operation)},
                {pass.Values(operation.Inputs[0])}, ref {pass.Parameter(operation, "Weights")}, {pass.Values(operation.Output)}, {pass.Workers});
            """);

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        string given = $"{pass.Values(input)}, {pass.Gradients(operation.Output)}";
        pass.Code.Comment($"dW{Text.Number(operation.Number)} = Σ {pass.Gradient(operation.Output)} ⊙ min(0, {pass.Value(input)})");
        pass.Code.Lines(
            $"""
            PReLUKernels.ParameterGradient(
                rows, {Sizes(operation)}, {given},
                ref {pass.ParameterGradient(operation, "Weights")}, workers);
            """);
        using (request.For(0))
        {
            pass.Code.Lines(
                $"""
                PReLUKernels.InputGradient(
                    rows, {Sizes(operation)}, {given},
                    ref {pass.Parameter(operation, "Weights")}, {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, workers);
                """);
        }
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => CostOfCalls(2);

    private static string Sizes(Operation operation)
    {
        var layer = (PReLUModel)operation.Layer;
        return $"new PReLUSizes({Text.Number(layer.Channels)}, {Text.Number(layer.Pixels)})";
    }
}
