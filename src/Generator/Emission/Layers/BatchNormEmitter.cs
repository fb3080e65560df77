using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>A normalization of each channel over the batch, by the kernels of the library; running averages lie behind the parameters.</summary>
internal sealed class BatchNormEmitter : KernelEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        var norm = (BatchNormModel)operation.Layer;
        string node = Text.Number(operation.Number);
        return $"{pass.Value(operation.Output)} = ({pass.Value(operation.Inputs[0])} − μ)/√(σ² + {Text.Number(norm.Epsilon)}){(norm.Affine ? $"·W{node} + b{node}" : "")} of each channel";
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        if (!pass.Training)
        {
            Call("Predict", operation, pass, memory: "");
            return;
        }

        using (pass.Code.Block("if (training)"))
        {
            Call("Forward", operation, pass, memory: $", ref {pass.ValueRows(operation.Memory!.Value)}");
        }

        using (pass.Code.Block("else"))
        {
            Call("Predict", operation, pass, memory: "");
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        string node = Text.Number(operation.Number);
        string given = $"{pass.Values(input)}, {pass.Gradients(operation.Output)}";
        string kept = $"ref {pass.ValueRows(operation.Memory!.Value)}, workers";
        pass.Code.Comment(operation.Layer.Parameters.Count > 0 ? $"dW{node} = Σ {pass.Gradient(operation.Output)} ⊙ x̂, db{node} = Σ {pass.Gradient(operation.Output)}" : $"Σ {pass.Gradient(operation.Output)} ⊙ x̂, Σ {pass.Gradient(operation.Output)}");
        pass.Code.Lines(
            $"""
            BatchNormKernels.ParameterGradient(
                rows, {Sizes(operation)}, {given},
                ref {pass.ParameterGradient(operation, "Weights")}, ref {pass.ParameterGradient(operation, "Bias")}, {kept});
            """);
        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = (g − mean of g − x̂ ⊙ mean of g ⊙ x̂)/√(σ² + ε)");
            pass.Code.Lines(
                $"""
                BatchNormKernels.InputGradient(
                    rows, {Sizes(operation)}, {given},
                    ref {pass.Parameter(operation, "Weights")}, {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, {kept});
                """);
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => CostOfCalls(2);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => CostOfCalls(2);

    private static void Call(string kernel, Operation operation, PassWriter pass, string memory)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            BatchNormKernels.{kernel}(
                {pass.RowCount}, {Sizes(operation)},
                {pass.Values(input)}, ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                ref {At("parameters", pass.Plan.StatisticOf(operation.Node, "RunningMean"))}, {pass.Values(operation.Output)}{memory}, {pass.Workers});
            """);
    }

    private static string Sizes(Operation operation)
    {
        var norm = (BatchNormModel)operation.Layer;
        return $"new BatchNormSizes({Text.Number(norm.Channels)}, {Text.Number(norm.Pixels)}, {FloatLiteral.Of((float)norm.Epsilon)}, {FloatLiteral.Of((float)norm.Momentum)})";
    }
}
