namespace NetGen.Generator;

/// <summary>A normalization of each example, by the kernels of the library; the statistics of its groups lie in the operation's memory.</summary>
internal sealed class RowNormEmitter : KernelEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        var norm = (RowNormModel)operation.Layer;
        string x = pass.Value(operation.Inputs[0]);
        string node = Text.Number(operation.Number);
        string epsilon = Text.Number(norm.Epsilon);
        string normalized = norm.IsCentered ? $"({x} − μ)/√(σ² + {epsilon})" : $"{x}/√(mean of {x}² + {epsilon})";
        return $"{pass.Value(operation.Output)} = {normalized}{(!norm.Affine ? "" : norm.IsCentered ? $" ⊙ W{node} + b{node}" : $" ⊙ W{node}")} over each {Text.Number(norm.Normalized.Elements)} elements";
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            LayerNormKernels.Forward(
                {pass.RowCount}, {Sizes(operation)},
                {pass.Values(input)}, ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                {pass.Values(operation.Output)}, {pass.Values(operation.Memory)}, {pass.Workers});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        int memory = operation.Memory!.Value;
        string node = Text.Number(operation.Number);
        string given = $"{pass.Values(input)}, {pass.Gradients(operation.Output)}";
        string kept = $"{pass.Values(memory)}, workers";
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
                    ref {pass.Parameter(operation, "Weights")}, {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, {kept});
                """);
        }
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => CostOfCalls(2);

    private static string Sizes(Operation operation)
    {
        var norm = (RowNormModel)operation.Layer;
        return $"new LayerNormSizes({Text.Number(norm.Groups)}, {Text.Number(norm.Normalized.Elements)}, {FloatLiteral.Of((float)norm.Epsilon)}, centered: {Text.Truth(norm.IsCentered)})";
    }
}
