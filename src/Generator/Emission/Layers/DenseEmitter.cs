using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>z = W·x + b and its activation. W lies in panels [units/32][inputs][32].</summary>
internal sealed class DenseEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        string node = Text.Number(operation.Number);
        string z = $"W{node}·{pass.Value(operation.Inputs[0])}" + (((DenseModel)operation.Layer).Bias ? $" + b{node}" : "");
        return $"{pass.Value(operation.Output)} = " + ActivationEmitters.Formula(operation.Activation, z);
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        var dense = (DenseModel)operation.Layer;
        string node = Text.Number(operation.Number);
        int input = operation.Inputs[0];
        if (pass.Batch)
        {
            pass.Code.Lines(
                $"""
                {(pass.Divided ? "DividedKernels" : "DenseKernels")}.Forward(
                    rows, {Text.Number(dense.InputSize)}, {Text.Number(dense.Units)},
                    {pass.Values(input)},
                    ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")},
                    {pass.Values(operation.Output)}, {ActivationEmitters.Struct(operation.Activation)}{(pass.Divided ? ", workers" : "")});
                """);
            return;
        }

        if (pass.Shared is { } shared)
        {
            pass.Code.Line($"{shared.MethodOf(dense, operation.Activation)}(ref {pass.ValueRows(input)}, ref {pass.Parameter(operation, "Weights")}, ref {pass.Parameter(operation, "Bias")}, ref {pass.ValueRows(operation.Output)});");
            return;
        }

        using (pass.Rows())
        {
            pass.DeclareValue(input);
            pass.DeclareValue(operation.Output);
            pass.DeclareParameter($"W{node}", operation, "Weights", $"panels {Panels(dense)}");
            if (dense.Bias)
            {
                pass.DeclareParameter($"b{node}", operation, "Bias", $"[{Text.Number(dense.Units)}]");
            }

            new MatrixVectorProduct(
                pass, dense.InputSize, dense.Units, matrix: $"W{node}", vector: pass.Value(input), result: pass.Value(operation.Output),
                start: dense.Bias ? $"b{node}" : null, operation.Activation, dense.InOrder).Write();
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        FusedActivation.Backward(operation, pass);
        var dense = (DenseModel)operation.Layer;
        int input = operation.Inputs[0];
        string sizes = $"rows, {Text.Number(dense.InputSize)}, {Text.Number(dense.Units)}";
        string gradient = pass.Gradients(operation.Output);
        pass.Code.Comment($"dW{Text.Number(operation.Number)} = Σ {pass.Gradient(operation.Output)}·{pass.Value(input)}ᵀ{(dense.Bias ? $", db{Text.Number(operation.Number)} = Σ {pass.Gradient(operation.Output)}" : "")}");
        pass.Code.Lines(
            $"""
            DividedKernels.ParameterGradient(
                {sizes}, {pass.Values(input)},
                {gradient}, ref {pass.ParameterGradient(operation, "Weights")}, ref {pass.ParameterGradient(operation, "Bias")}, workers);
            """);

        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = W{Text.Number(operation.Number)}ᵀ·{pass.Gradient(operation.Output)}");
            TransposePlan transposes = pass.Plan.Transposes;
            string weights = transposes.Of(operation) is { } ahead
                ? $"ref {At("transposed", ahead.Offset)}"
                : $"ref {pass.Parameter(operation, "Weights")}, ref {At("transposed", transposes.Room)}";
            pass.Code.Lines(
                $"""
                DividedKernels.InputGradient(
                    {sizes}, {gradient}, {weights},
                    {pass.Gradients(input)}, accumulate: {Text.Truth(request.Adds(0))}, workers);
                """);
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes)
    {
        var dense = (DenseModel)operation.Layer;
        return dense.InputSize * Vectors(dense.Units, lanes);
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass)
    {
        var dense = (DenseModel)operation.Layer;
        return pass.Batch || pass.Shared is not null ? CostOfCall : PassWriter.CostOfRows(rows: 4) + MatrixVectorProduct.Cost(pass, dense.InputSize, dense.Units, operation.Activation);
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        FusedActivation.BackwardCost(operation, pass) + new MethodCost(Locals: 1, Operations: 0) + (3 * CostOfCall);

    private static MethodCost CostOfCall => new(Locals: 0, Operations: 3);

    private static string Panels(DenseModel dense)
    {
        string Of(int count, int width) => $"[{Text.Number(count)}][{Text.Number(dense.InputSize)}][{Text.Number(width)}]";
        int full = Padding.Of(dense.Units) / Padding.Panel;
        bool narrow = Padding.Of(dense.Units) % Padding.Panel > 0;
        return (full > 0 ? Of(full, Padding.Panel) : "") + (full > 0 && narrow ? " and " : "") + (narrow ? Of(1, Padding.Panel / 2) : "");
    }
}
