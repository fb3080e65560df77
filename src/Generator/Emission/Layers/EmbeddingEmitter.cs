namespace NetGen.Generator;

/// <summary>The vectors of symbols, by the kernels of the library; the gradient of the table is summed symbol by symbol.</summary>
internal sealed class EmbeddingEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)}[t] = W{Text.Number(operation.Number)}[{pass.Value(operation.Inputs[0])}[t]]";

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            EmbeddingKernels.Forward(
                {(pass.Batch ? "rows" : "1")}, {Sizes(operation)}, ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))},
                ref {pass.Parameter(operation, "Weights")}, ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, {(pass.Divided ? "workers" : "null")});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        pass.Code.Comment($"dW{Text.Number(operation.Number)}[s] = Σ {pass.Gradient(operation.Output)}[t] where {pass.Value(input)}[t] = s");
        pass.Code.Lines(
            $"""
            EmbeddingKernels.WeightGradient(
                rows, {Sizes(operation)}, ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))},
                ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)}, ref {pass.ParameterGradient(operation, "Weights")}, workers);
            """);
        if (!request.Adds(0))
        {
            using (request.For(0))
            {
                pass.Code.Comment($"{pass.Gradient(input)} = 0: symbols have no gradient");
                pass.Code.Line($"WholeNumbers.Gradient(rows, {Text.Number(((EmbeddingModel)operation.Layer).Steps)}, ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)});");
            }
        }
    }

    /// <summary>Never written out.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => new(Locals: 0, Operations: 4);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new(Locals: 1, Operations: 7);

    private static string Sizes(Operation operation)
    {
        var layer = (EmbeddingModel)operation.Layer;
        return Text.List([layer.Steps, layer.Symbols, layer.Size]);
    }
}
