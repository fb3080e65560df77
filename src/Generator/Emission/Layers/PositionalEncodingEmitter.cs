namespace NetGen.Generator;

/// <summary>A table added to every row, by the kernels of the library; that of sinusoids is made once.</summary>
internal sealed class PositionalEncodingEmitter : KernelEmitter
{
    /// <summary>The field that holds the sinusoids of a node.</summary>
    public static string TableOf(int node) => $"Sinusoids{Text.Number(node)}";

    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = {pass.Value(operation.Inputs[0])} + " + (IsLearned(operation) ? $"W{Text.Number(operation.Number)}" : "sinusoids of the places");

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        string table = IsLearned(operation) ? $"ref {pass.Parameter(operation, "Weights")}" : $"ref Facts.{TableOf(operation.Node)}[0]";
        pass.Code.Lines(
            $"""
            PositionalEncodingKernels.Forward(
                {pass.RowCount}, {Text.Number(pass.Elements(input))}, {pass.Values(input)}, {table},
                {pass.Values(operation.Output)}, {pass.Workers});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        string gradient = $"rows, {Text.Number(pass.Elements(input))}, {pass.Gradients(operation.Output)}";
        if (IsLearned(operation))
        {
            pass.Code.Comment($"dW{Text.Number(operation.Number)} = Σ {pass.Gradient(operation.Output)}");
            pass.Code.Line($"PositionalEncodingKernels.TableGradient({gradient}, ref {pass.ParameterGradient(operation, "Weights")}, workers);");
        }

        using (request.For(0))
        {
            pass.Code.Line($"PositionalEncodingKernels.InputGradient({gradient}, {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, workers);");
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => new(Locals: 0, Operations: 3);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new(Locals: 1, Operations: 5);

    private static bool IsLearned(Operation operation) => ((PositionalEncodingModel)operation.Layer).Learned;
}
