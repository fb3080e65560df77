namespace NetGen.Generator;

/// <summary>The vectors of symbols, by the kernels of the library; the gradient of the table is summed symbol by symbol.</summary>
internal sealed class EmbeddingEmitter : KernelEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)}[t] = W{Text.Number(operation.Number)}[{pass.Value(operation.Inputs[0])}[t]]";

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            EmbeddingKernels.Forward(
                {pass.RowCount}, {Sizes(operation)}, {pass.Values(input)},
                ref {pass.Parameter(operation, "Weights")}, {pass.Values(operation.Output)}, {pass.Workers});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        pass.Code.Comment($"dW{Text.Number(operation.Number)}[s] = Σ {pass.Gradient(operation.Output)}[t] where {pass.Value(input)}[t] = s");
        pass.Code.Lines(
            $"""
            EmbeddingKernels.WeightGradient(
                rows, {Sizes(operation)}, {pass.Values(input)},
                {pass.Gradients(operation.Output)}, ref {pass.ParameterGradient(operation, "Weights")}, workers);
            """);
        if (!request.Adds(0))
        {
            using (request.For(0))
            {
                pass.Code.Comment($"{pass.Gradient(input)} = 0: symbols have no gradient");
                pass.Code.Line($"WholeNumbers.Gradient(rows, {Text.Number(((EmbeddingModel)operation.Layer).Steps)}, {pass.Gradients(input)});");
            }
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => new(Locals: 0, Operations: 4);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new(Locals: 1, Operations: 7);

    private static string Sizes(Operation operation)
    {
        var layer = (EmbeddingModel)operation.Layer;
        return Text.List([layer.Steps, layer.Symbols, layer.Size]);
    }
}
