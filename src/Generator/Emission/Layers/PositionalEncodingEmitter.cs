namespace NetGen.Generator;

/// <summary>A table added to every row, by the kernels of the library; that of sinusoids is made once.</summary>
internal sealed class PositionalEncodingEmitter : LayerEmitter
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
                {(pass.Batch ? "rows" : "1")}, {Text.Number(pass.Elements(input))}, ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, {table},
                ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, {(pass.Divided ? "workers" : "null")});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        int input = operation.Inputs[0];
        string gradient = $"rows, {Text.Number(pass.Elements(input))}, ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)}";
        if (IsLearned(operation))
        {
            pass.Code.Comment($"dW{Text.Number(operation.Number)} = Σ {pass.Gradient(operation.Output)}");
            pass.Code.Line($"PositionalEncodingKernels.TableGradient({gradient}, ref {pass.ParameterGradient(operation, "Weights")}, workers);");
        }

        using (request.For(0))
        {
            pass.Code.Line($"PositionalEncodingKernels.InputGradient({gradient}, ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}, accumulate: {(request.Adds(0) ? "true" : "false")}, workers);");
        }
    }

    /// <summary>Never written out.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => new(Locals: 0, Operations: 3);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new(Locals: 1, Operations: 5);

    private static bool IsLearned(Operation operation) => ((PositionalEncodingModel)operation.Layer).Learned;
}
