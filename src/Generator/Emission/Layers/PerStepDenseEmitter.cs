using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>zₜ = W·xₜ + b and its activation for every step of a sequence, over the kernels of that name.</summary>
internal sealed class PerStepDenseEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        string node = Text.Number(operation.Number);
        string z = $"W{node}·{pass.Value(operation.Inputs[0])}ₜ" + (Dense(operation).Bias ? $" + b{node}" : "");
        return $"{pass.Value(operation.Output)}ₜ = " + ActivationEmitters.Formula(operation.Activation, z);
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        int input = operation.Inputs[0];
        pass.Code.Lines(
            $"""
            PerStepKernels.Forward(
                {(pass.Batch ? "rows" : "1")}, {Sizes(operation)},
                ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))},
                ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, ref {pass.ValueRows(operation.Memory!.Value)}, {ActivationEmitters.Struct(operation.Activation)}, {(pass.Divided ? "workers" : "null")});
            """);
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        FusedActivation.Backward(operation, pass);
        string node = Text.Number(operation.Number);
        int input = operation.Inputs[0];
        string memory = pass.ValueRows(operation.Memory!.Value);
        pass.Code.Comment($"dW{node} = Σ {pass.Gradient(operation.Output)}ₜ·{pass.Value(input)}ₜᵀ{(Dense(operation).Bias ? $", db{node} = Σ {pass.Gradient(operation.Output)}ₜ" : "")}");
        pass.Code.Lines(
            $"""
            PerStepKernels.ParameterGradient(
                rows, {Sizes(operation)}, ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)},
                ref {pass.ParameterGradient(operation, "Weights")}, ref {pass.ParameterGradient(operation, "Bias")}, ref {memory}, workers);
            """);
        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)}ₜ = W{node}ᵀ·{pass.Gradient(operation.Output)}ₜ");
            pass.Code.Lines(
                $"""
                PerStepKernels.InputGradient(
                    rows, {Sizes(operation)}, ref {At("transposed", pass.Plan.Transposes.OffsetOf(operation))},
                    ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}, accumulate: {(request.Adds(0) ? "true" : "false")}, ref {memory}, workers);
                """);
        }
    }

    /// <summary>Never written out.</summary>
    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) => UnrollBudget.Beyond;

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => CostOfCall;

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => FusedActivation.BackwardCost(operation, pass) + new MethodCost(Locals: 1, Operations: 0) + (2 * CostOfCall);

    private static MethodCost CostOfCall => new(Locals: 1, Operations: 3);

    private static DenseModel Dense(Operation operation) => ((PerStepDenseModel)operation.Layer).Dense;

    private static string Sizes(Operation operation) =>
        $"new PerStepSizes({Text.Number(((PerStepDenseModel)operation.Layer).Steps)}, {Text.Number(Dense(operation).InputSize)}, {Text.Number(Dense(operation).Units)})";
}
