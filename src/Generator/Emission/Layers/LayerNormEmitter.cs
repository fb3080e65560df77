namespace NetGen.Generator;

/// <summary>A normalization of each example, by the kernels of the library; the statistics of its groups lie in the operation's memory.</summary>
internal sealed class LayerNormEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        var norm = (LayerNormModel)operation.Layer;
        string x = pass.Value(operation.Inputs[0]);
        string node = Text.Number(operation.Number);
        string epsilon = Text.Number(norm.Epsilon);
        string normalized = norm.IsCentered ? $"({x} − μ)/√(σ² + {epsilon})" : $"{x}/√(mean of {x}² + {epsilon})";
        return $"{pass.Value(operation.Output)} = {normalized}{(!norm.Affine ? "" : norm.IsCentered ? $" ⊙ W{node} + b{node}" : $" ⊙ W{node}")} over each {Text.Number(norm.Normalized.Elements)} elements";
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        (string memory, int stride) = operation.Memory is { } kept ? (pass.ValueRows(kept), pass.Stride(kept)) : (PassWriter.Nothing, 0);
        pass.Code.Lines(
            $"""
            LayerNormKernels.Forward(
                {(pass.Batch ? "rows" : "1")}, {Sizes(operation)},
                ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, ref {memory}, {Text.Number(stride)}, {(pass.Divided ? "workers" : "null")});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        int memory = operation.Memory!.Value;
        string node = Text.Number(operation.Number);
        string given =
            $"ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)}";
        string kept = $"ref {pass.ValueRows(memory)}, {Text.Number(pass.Stride(memory))}, workers";
        if (operation.Layer.Parameters.Count > 0)
        {
            pass.Code.Comment($"dW{node} = Σ {pass.Gradient(operation.Output)} ⊙ x̂{(operation.Layer.Parameters.Count > 1 ? $", db{node} = Σ {pass.Gradient(operation.Output)}" : "")}");
            pass.Code.Lines(
                $"""
                LayerNormKernels.ParameterGradient(
                    rows, {Sizes(operation)}, {given},
                    ref {pass.ParameterGradient(operation, "Weights")}, ref {pass.ParameterGradient(operation, "Bias")}, {kept});
                """);
        }

        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = (g − mean of g − x̂ ⊙ mean of g ⊙ x̂)/√(σ² + ε)");
            pass.Code.Lines(
                $"""
                LayerNormKernels.InputGradient(
                    rows, {Sizes(operation)}, {given},
                    ref {pass.Parameter(operation, "Weights")}, ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}, accumulate: {(request.Adds(0) ? "true" : "false")}, {kept});
                """);
        }
    }

    /// <summary>Never written out.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => CostOfCall;

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new MethodCost(Locals: 1, Operations: 0) + (2 * CostOfCall);

    /// <summary>The sizes are a variable of their own.</summary>
    private static MethodCost CostOfCall => new(Locals: 1, Operations: 4);

    private static string Sizes(Operation operation)
    {
        var norm = (LayerNormModel)operation.Layer;
        return $"new LayerNormSizes({Text.Number(norm.Groups)}, {Text.Number(norm.Normalized.Elements)}, {FloatLiteral.Of((float)norm.Epsilon)}, centered: {(norm.IsCentered ? "true" : "false")})";
    }
}
