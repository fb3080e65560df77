using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>zₜ = W·xₜ + b and its activation for every step of a sequence, over the kernels of that name.</summary>
internal sealed class PerStepDenseEmitter : KernelEmitter
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
                {pass.RowCount}, {Sizes(operation)},
                {pass.Values(input)},
                ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                {pass.Values(operation.Output)}, ref {pass.ValueRows(operation.Memory!.Value)}, {ActivationEmitters.Struct(operation.Activation)}, {pass.Workers});
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
                rows, {Sizes(operation)}, {pass.Gradients(operation.Output)},
                ref {pass.ParameterGradient(operation, "Weights")}, ref {pass.ParameterGradient(operation, "Bias")}, ref {memory}, workers);
            """);
        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)}ₜ = W{node}ᵀ·{pass.Gradient(operation.Output)}ₜ");
            pass.Code.Lines(
                $"""
                PerStepKernels.InputGradient(
                    rows, {Sizes(operation)}, ref {At("transposed", pass.Plan.Transposes.Of(operation)!.Offset)},
                    {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, ref {memory}, workers);
                """);
        }
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) => FusedActivation.BackwardCost(operation, pass) + CostOfCalls(2);

    protected override MethodCost CostOfCall => new(Locals: 1, Operations: 3);

    private static DenseModel Dense(Operation operation) => ((PerStepDenseModel)operation.Layer).Dense;

    private static string Sizes(Operation operation) =>
        $"new PerStepSizes({Text.Number(((PerStepDenseModel)operation.Layer).Steps)}, {Text.Number(Dense(operation).InputSize)}, {Text.Number(Dense(operation).Units)})";
}
