using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>A normalization of each channel over the batch, by the kernels of the library; running averages lie behind the parameters.</summary>
internal sealed class BatchNormEmitter : LayerEmitter
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
        string given =
            $"ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)}";
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
                    ref {pass.Parameter(operation, "Weights")}, ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}, accumulate: {(request.Adds(0) ? "true" : "false")}, {kept});
                """);
        }
    }

    /// <summary>Never written out.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => new MethodCost(Locals: 1, Operations: 0) + (2 * CostOfCall);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new MethodCost(Locals: 1, Operations: 0) + (2 * CostOfCall);

    /// <summary>The sizes are a variable of their own.</summary>
    private static MethodCost CostOfCall => new(Locals: 1, Operations: 4);

    private static void Call(string kernel, Operation operation, PassWriter pass, string memory)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            BatchNormKernels.{kernel}(
                {(pass.Batch ? "rows" : "1")}, {Sizes(operation)},
                ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                ref {At("parameters", pass.Plan.StatisticOf(operation.Node, "RunningMean"))}, ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}{memory}, {(pass.Divided ? "workers" : "null")});
            """);
    }

    private static string Sizes(Operation operation)
    {
        var norm = (BatchNormModel)operation.Layer;
        return $"new BatchNormSizes({Text.Number(norm.Channels)}, {Text.Number(norm.Pixels)}, {FloatLiteral.Of((float)norm.Epsilon)}, {FloatLiteral.Of((float)norm.Momentum)})";
    }
}
