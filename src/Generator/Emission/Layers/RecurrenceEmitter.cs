using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>A recurrent layer, over the kernels of its kind; what it does of its steps lies in the operation's memory.</summary>
internal sealed class RecurrenceEmitter : KernelEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        var layer = (RecurrenceModel)operation.Layer;
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
        if (operation.Layer.StateOffset is { } state)
        {
            pass.Code.Line($"RecurrentKernels.Step({Sizes(operation, pass)}, ref {pass.ValueRows(operation.Inputs[0])}, ref {pass.Parameter(operation, "InputWeights")}, ref {At("state", state)}, ref {pass.ValueRows(operation.Output)});");
            return;
        }

        pass.Code.Lines(
            $"""
            RecurrentKernels.Forward(
                {pass.RowCount}, {Sizes(operation, pass)},
                {pass.Values(operation.Inputs[0])}, {Given(operation, pass)}ref {pass.Parameter(operation, "InputWeights")},
                {pass.Values(operation.Output)}, ref {pass.ValueRows(operation.Memory!.Value)}, {pass.Workers});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        string transposed = At("transposed", pass.Plan.Transposes.Of(operation)!.Offset);
        string memory = pass.ValueRows(operation.Memory!.Value);
        pass.Code.Lines(
            $"""
            RecurrentKernels.Backward(
                rows, {Sizes(operation, pass)},
                {pass.Gradients(operation.Output)}, ref {transposed},
                ref {pass.ParameterGradient(operation, "InputWeights")}, ref {memory}, workers);
            """);
        int input = operation.Inputs[0];
        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = Wᵢᵀ·d, step by step");
            pass.Code.Lines(
                $"""
                RecurrentKernels.InputGradient(
                    rows, {Sizes(operation, pass)}, ref {transposed},
                    {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, ref {memory}, workers);
                """);
        }

        GivenBackward(operation, pass, request);
    }

    /// <summary>The gradients of the states that it starts from, and that of its lengths, which is none.</summary>
    private static void GivenBackward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        var layer = (RecurrenceModel)operation.Layer;
        for (int slot = 1; slot < operation.Inputs.Count; slot++)
        {
            int input = operation.Inputs[slot];
            string gradient = pass.Gradients(input);
            bool isLength = layer.Lengths && slot == operation.Inputs.Count - 1;
            if (isLength && request.Adds(slot))
            {
                continue;
            }

            using (request.For(slot))
            {
                pass.Code.Comment(isLength ? $"{pass.Gradient(input)} = 0" : $"{pass.Gradient(input)} = d{(slot == 1 ? "h₀" : "c₀")}");
                pass.Code.Line(isLength
                    ? $"WholeNumbers.Gradient(rows, 1, {gradient});"
                    : $"RecurrentKernels.{(slot == 1 ? "StateGradient" : "CellGradient")}(rows, {Sizes(operation, pass)}, {gradient}, accumulate: {Text.Truth(request.Adds(slot))}, ref {pass.ValueRows(operation.Memory!.Value)});");
            }
        }
    }

    /// <summary>What is given beside the sequence: state, cell and lengths; nothing where none of them is.</summary>
    private static string Given(Operation operation, PassWriter pass)
    {
        var layer = (RecurrenceModel)operation.Layer;
        string Of(bool isGiven, int slot) => pass.Values(isGiven ? operation.Inputs[slot] : null);
        return layer.IsGiven
            ? $"{Of(layer.State, 1)}, {Of(layer.State && layer.StateParts == 2, 2)}, {Of(layer.Lengths, operation.Inputs.Count - 1)},\n    " : "";
    }

    /// <summary>Never written out; beside a step other layers may be.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => operation.Layer.StateOffset is null ? UnrollBudget.Beyond : 0;

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => CostOfCalls(1 + operation.Inputs.Count);

    protected override MethodCost CostOfCall => new(Locals: 1, Operations: 3);

    private static string Sizes(Operation operation, PassWriter pass)
    {
        var layer = (RecurrenceModel)operation.Layer;
        bool isStep = layer.StateOffset is not null;
        return $"new RecurrentSizes(RecurrentKind.{layer.Activation ?? layer.Kind}, {Text.Number(isStep ? 1 : layer.Steps)}, {Text.Number(layer.InputSize)}, {Text.Number(layer.Units)}, " +
            $"bias: {Text.Truth(layer.Bias)}, sequence: {Text.Truth(layer.Sequence && !isStep)}, bidirectional: {Text.Truth(layer.Bidirectional)}, window: {Text.Number(isStep ? 1 : layer.Window(pass.Training))}" +
            $"{(layer.State ? ", state: true" : "")}{(layer.Lengths ? ", lengths: true" : "")}{(layer.BackSteps > 0 ? $", backSteps: {Text.Number(layer.BackSteps)}" : "")})";
    }
}
