using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>Self-attention, by the kernels of the library; what it does of its steps lies in the operation's memory.</summary>
internal sealed class AttentionEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = Wₒ·softmax(q·kᵀ/√{Text.Number(((AttentionModel)operation.Layer).Size / ((AttentionModel)operation.Layer).Heads)})·v, with q, k, v = Wᵢ·{pass.Value(operation.Inputs[0])}";

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            AttentionKernels.Forward(
                {(pass.Batch ? "rows" : "1")}, {Sizes(operation, pass)},
                ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, {Given(operation, pass)}ref {pass.Parameter(operation, "InputWeights")},
                ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, ref {pass.ValueRows(operation.Memory!.Value)}, {(pass.Divided ? "workers" : "null")});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        string transposed = At("transposed", pass.Plan.Transposes.OffsetOf(operation));
        string memory = pass.ValueRows(operation.Memory!.Value);
        pass.Code.Lines(
            $"""
            AttentionKernels.Backward(
                rows, {Sizes(operation, pass)},
                ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)}, ref {transposed},
                ref {pass.ParameterGradient(operation, "InputWeights")}, ref {memory}, workers);
            """);
        int input = operation.Inputs[0];
        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = Wᵢᵀ·[dq, dk, dv]");
            pass.Code.Lines(
                $"""
                AttentionKernels.InputGradient(
                    rows, {Sizes(operation, pass)}, ref {transposed},
                    ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}, accumulate: {(request.Adds(0) ? "true" : "false")}, ref {memory}, workers);
                """);
        }

        if (((AttentionModel)operation.Layer).Lengths && !request.Adds(1))
        {
            int lengths = operation.Inputs[1];
            using (request.For(1))
            {
                pass.Code.Comment($"{pass.Gradient(lengths)} = 0");
                pass.Code.Line($"WholeNumbers.Gradient(rows, 1, ref {pass.GradientRows(lengths)}, {Text.Number(pass.Program.Tensors[lengths].Stride)});");
            }
        }
    }

    /// <summary>The lengths, where they are given beside the sequence.</summary>
    private static string Given(Operation operation, PassWriter pass) => ((AttentionModel)operation.Layer).Lengths
        ? $"ref {pass.ValueRows(operation.Inputs[1])}, {Text.Number(pass.Stride(operation.Inputs[1]))},\n    " : "";

    /// <summary>Never written out.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => CostOfCall;

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new MethodCost(Locals: 1, Operations: 0) + ((1 + operation.Inputs.Count) * CostOfCall);

    /// <summary>The sizes are a variable of their own.</summary>
    private static MethodCost CostOfCall => new(Locals: 1, Operations: 3);

    private static string Sizes(Operation operation, PassWriter pass)
    {
        var layer = (AttentionModel)operation.Layer;
        string Truth(bool value) => value ? "true" : "false";
        return $"new AttentionSizes({Text.Number(layer.Steps)}, {Text.Number(layer.Size)}, {Text.Number(layer.Heads)}, " +
            $"bias: {Truth(layer.Bias)}, causal: {Truth(layer.Causal)}, training: {Truth(pass.Training)}{(layer.Lengths ? ", lengths: true" : "")})";
    }
}
