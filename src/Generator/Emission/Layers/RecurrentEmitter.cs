using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>A recurrent layer, over the kernels of its kind; what it does of its steps lies in the operation's memory.</summary>
internal sealed class RecurrentEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        var layer = (RecurrentModel)operation.Layer;
        string state = layer.Kind switch
        {
            "LSTM" => "hₜ = o·tanh(c), c = f·c + i·g",
            "GRU" => "hₜ = (1 − z)·n + z·hₜ₋₁",
            _ => $"hₜ = {(layer.Activation == "ReLU" ? "max(0, " : "tanh(")}Wᵢ·xₜ + bᵢ + Wₛ·hₜ₋₁ + bₛ)",
        };
        if (layer.StateOffset is not null)
        {
            return $"{pass.Value(operation.Output)} = hₜ from {pass.Value(operation.Inputs[0])} and hₜ₋₁: {state}";
        }

        return $"{pass.Value(operation.Output)} = {(layer.Sequence ? "all hₜ" : "the last hₜ")} over {pass.Value(operation.Inputs[0])}: {state}";
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        if (operation.Layer.StateOffset is { } state)
        {
            pass.Code.Line($"RecurrentKernels.Step({Sizes(operation, pass)}, ref {pass.ValueRows(input)}, ref {At("parameters", Parameters(operation, pass))}, ref {At("state", state)}, ref {pass.ValueRows(operation.Output)});");
            return;
        }

        pass.Code.Lines(
            $"""
            RecurrentKernels.Forward(
                {(pass.Batch ? "rows" : "1")}, {Sizes(operation, pass)},
                ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))}, ref {At("parameters", Parameters(operation, pass))},
                ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, ref {pass.ValueRows(operation.Memory!.Value)}, {(pass.Divided ? "workers" : "null")});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        string transposed = At("transposed", pass.Plan.Transposes.OffsetOf(operation.Node));
        string memory = pass.ValueRows(operation.Memory!.Value);
        pass.Code.Lines(
            $"""
            RecurrentKernels.Backward(
                rows, {Sizes(operation, pass)},
                ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, ref {transposed},
                ref {At("gradient", Parameters(operation, pass))}, ref {memory}, workers);
            """);
        int input = operation.Inputs[0];
        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = Wᵢᵀ·d, step by step");
            pass.Code.Lines(
                $"""
                RecurrentKernels.InputGradient(
                    rows, {Sizes(operation, pass)}, ref {transposed},
                    ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}, accumulate: {(request.Adds(0) ? "true" : "false")}, ref {memory}, workers);
                """);
        }
    }

    /// <summary>Never written out; beside a step other layers may be.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => operation.Layer.StateOffset is null ? UnrollBudget.Beyond : 0;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => CostOfCall;

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => new MethodCost(Locals: 1, Operations: 0) + (2 * CostOfCall);

    private static MethodCost CostOfCall => new(Locals: 1, Operations: 3);

    private static int Parameters(Operation operation, PassWriter pass) => pass.Plan.Parameters.OffsetOf(operation.Node, "InputWeights")!.Value;

    private static string Sizes(Operation operation, PassWriter pass)
    {
        var layer = (RecurrentModel)operation.Layer;
        string Truth(bool value) => value ? "true" : "false";
        bool isStep = layer.StateOffset is not null;
        return $"new RecurrentSizes(RecurrentKind.{layer.Activation ?? layer.Kind}, {Text.Number(isStep ? 1 : layer.Steps)}, {Text.Number(layer.InputSize)}, {Text.Number(layer.Units)}, " +
            $"bias: {Truth(layer.Bias)}, sequence: {Truth(layer.Sequence && !isStep)}, bidirectional: {Truth(layer.Bidirectional)}, window: {Text.Number(isStep ? 1 : layer.Window(pass.Training))})";
    }
}
