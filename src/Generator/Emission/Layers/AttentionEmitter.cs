using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>Self-attention, by the kernels of the library; what it does of its steps lies in the operation's memory.</summary>
internal sealed class AttentionEmitter : KernelEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = Wₒ·softmax(q·kᵀ/√{Text.Number(((AttentionModel)operation.Layer).Size / ((AttentionModel)operation.Layer).Heads)})·v, with q, k, v = Wᵢ·{pass.Value(operation.Inputs[0])}";

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            AttentionKernels.Forward(
                {pass.RowCount}, {Sizes(operation, pass)},
                {pass.Values(input)}, {Given(operation, pass)}ref {pass.Parameter(operation, "InputWeights")},
                {pass.Values(operation.Output)}, ref {pass.ValueRows(operation.Memory!.Value)}, {pass.Workers});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        string transposed = At("transposed", pass.Plan.Transposes.Of(operation)!.Offset);
        string memory = pass.ValueRows(operation.Memory!.Value);
        pass.Code.Lines(
            $"""
            AttentionKernels.Backward(
                rows, {Sizes(operation, pass)},
                {pass.Gradients(operation.Output)}, ref {transposed},
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
                    {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, ref {memory}, workers);
                """);
        }

        if (((AttentionModel)operation.Layer).Lengths && !request.Adds(1))
        {
            int lengths = operation.Inputs[1];
            using (request.For(1))
            {
                pass.Code.Comment($"{pass.Gradient(lengths)} = 0");
                pass.Code.Line($"WholeNumbers.Gradient(rows, 1, {pass.Gradients(lengths)});");
            }
        }
    }

    /// <summary>The lengths, where they are given beside the sequence.</summary>
    private static string Given(Operation operation, PassWriter pass) => ((AttentionModel)operation.Layer).Lengths
        ? $"{pass.Values(operation.Inputs[1])},\n    " : "";

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => CostOfCalls(1 + operation.Inputs.Count);

    protected override MethodCost CostOfCall => new(Locals: 1, Operations: 3);

    private static string Sizes(Operation operation, PassWriter pass)
    {
        var layer = (AttentionModel)operation.Layer;
        return $"new AttentionSizes({Text.Number(layer.Steps)}, {Text.Number(layer.Size)}, {Text.Number(layer.Heads)}, " +
            $"bias: {Text.Truth(layer.Bias)}, causal: {Text.Truth(layer.Causal)}, training: {Text.Truth(pass.Training)}{(layer.Lengths ? ", lengths: true" : "")})";
    }
}
