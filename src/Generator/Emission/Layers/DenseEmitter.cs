using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>z = W·x + b and its activation. W lies in panels [units/32][inputs][32].</summary>
internal sealed class DenseEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        string node = Number(operation, pass);
        string z = $"W{node}·{pass.Value(operation.Inputs[0])}" + (((DenseModel)operation.Layer).Bias ? $" + b{node}" : "");
        return $"{pass.Value(operation.Output)} = " + (operation.Activation is { } activate ? ActivationEmitters.Of(activate).Formula(z) : z);
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        var dense = (DenseModel)operation.Layer;
        string node = Number(operation, pass);
        int input = operation.Inputs[0];
        int weights = Parameter(pass, operation.Node, "Weights")!.Value;
        int? bias = Parameter(pass, operation.Node, "Bias");
        if (pass.Batch)
        {
            string activation = operation.Activation is { } activate ? ActivationEmitters.Of(activate).Struct(activate) : "default(IdentityActivation)";
            pass.Code.Lines(
                $"""
                {(pass.Divided ? "DividedKernels" : "DenseKernels")}.Forward(
                    rows, {Text.Number(dense.InputSize)}, {Text.Number(dense.Units)},
                    ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))},
                    ref {At("parameters", weights)}, ref {(bias is int offset ? At("parameters", offset) : "Unsafe.NullRef<float>()")},
                    ref {pass.ValueRows(operation.Output)}, {Text.Number(pass.Stride(operation.Output))}, {activation}{(pass.Divided ? ", workers" : "")});
                """);
            return;
        }

        using (pass.Rows())
        {
            pass.DeclareValue(input);
            pass.DeclareValue(operation.Output);
            DeclareWeights(pass, $"W{node}", "parameters", weights, dense);
            if (bias is int place)
            {
                pass.DeclareParameter($"b{node}", "parameters", place, $"[{Text.Number(dense.Units)}]");
            }

            new MatrixVectorProduct(
                pass, dense.InputSize, dense.Units, matrix: $"W{node}", vector: pass.Value(input), result: pass.Value(operation.Output),
                start: bias is null ? null : $"b{node}", operation.Activation).Write();
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        if (operation.Activation is { } activate)
        {
            BackThroughActivation(operation, activate, pass);
        }

        if (pass.Batch)
        {
            BackwardOfBatch(operation, pass, request);
        }
        else
        {
            BackwardOfRow(operation, pass, request);
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes)
    {
        var dense = (DenseModel)operation.Layer;
        return dense.InputSize * Vectors(dense.Units, lanes);
    }

    private static void BackThroughActivation(Operation operation, ActivateModel activate, PassWriter pass)
    {
        string a = pass.Value(operation.Output);
        string d = pass.Gradient(operation.Output);
        pass.Code.Comment($"{d} becomes the gradient before the activation");
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(operation.Output);
            pass.DeclareGradient(operation.Output);
            pass.ForVectors(pass.Elements(operation.Output), j =>
            {
                string gradient = ActivationEmitters.Of(activate).Backward(pass.Form, pass.Form.Load(a, j), pass.Form.Load(d, j), activate);
                pass.Code.Line(pass.Form.Store(gradient, d, j) + ";");
            });
        }
    }

    private static void BackwardOfBatch(Operation operation, PassWriter pass, BackwardRequest request)
    {
        var dense = (DenseModel)operation.Layer;
        int input = operation.Inputs[0];
        string sizes = $"rows, {Text.Number(dense.InputSize)}, {Text.Number(dense.Units)}";
        string gradient = $"ref {pass.GradientRows(operation.Output)}, {Text.Number(pass.Program.Tensors[operation.Output].Stride)}";
        string? bias = Parameter(pass, operation.Node, "Bias") is int place ? At("gradient", place) : null;
        pass.Code.Comment($"dW{Number(operation, pass)} = Σ {pass.Gradient(operation.Output)}·{pass.Value(input)}ᵀ{(bias is null ? "" : $", db{Number(operation, pass)} = Σ {pass.Gradient(operation.Output)}")}");
        pass.Code.Lines(
            $"""
            DividedKernels.ParameterGradient(
                {sizes}, ref {pass.ValueRows(input)}, {Text.Number(pass.Stride(input))},
                {gradient}, ref {At("gradient", Parameter(pass, operation.Node, "Weights")!.Value)}, ref {bias ?? "Unsafe.NullRef<float>()"}, workers);
            """);

        using (request.For(0))
        {
            pass.Code.Comment($"{pass.Gradient(input)} = W{Number(operation, pass)}ᵀ·{pass.Gradient(operation.Output)}");
            pass.Code.Lines(
                $"""
                DividedKernels.InputGradient(
                    {sizes}, {gradient}, ref {At("transposed", pass.Plan.Transposes.OffsetOf(operation.Node))},
                    ref {pass.GradientRows(input)}, {Text.Number(pass.Program.Tensors[input].Stride)}, accumulate: {(request.Adds(0) ? "true" : "false")}, workers);
                """);
        }
    }

    private static void BackwardOfRow(Operation operation, PassWriter pass, BackwardRequest request)
    {
        var dense = (DenseModel)operation.Layer;
        string node = Number(operation, pass);
        int input = operation.Inputs[0];
        string d = pass.Gradient(operation.Output);
        VectorForm form = pass.Form;
        using (pass.Rows())
        {
            pass.DeclareGradient(operation.Output);
            pass.DeclareValue(input);
            DeclareWeights(pass, $"dW{node}", "gradient", Parameter(pass, operation.Node, "Weights")!.Value, dense);
            if (Parameter(pass, operation.Node, "Bias") is int bias)
            {
                pass.DeclareParameter($"db{node}", "gradient", bias, $"[{Text.Number(dense.Units)}]");
                pass.ForVectors(dense.Units, j =>
                    pass.Code.Line(form.Store($"{form.Load($"db{node}", j)} + {form.Load(d, j)}", $"db{node}", j) + ";"));
            }

            pass.Code.Comment($"dW{node} += {d}·{pass.Value(input)}ᵀ");
            new OuterProduct(pass, dense.InputSize, dense.Units, matrix: $"dW{node}", column: d, row: pass.Value(input)).Write();

            using (request.For(0))
            {
                pass.Code.Comment($"{pass.Gradient(input)} {(request.Adds(0) ? "+=" : "=")} W{node}ᵀ·{d}");
                pass.DeclareGradient(input);
                pass.DeclareParameter($"T{node}", "transposed", pass.Plan.Transposes.OffsetOf(operation.Node), $"W{node}ᵀ in panels");
                new MatrixVectorProduct(
                    pass, dense.Units, dense.InputSize, matrix: $"T{node}", vector: d, result: pass.Gradient(input),
                    start: request.Adds(0) ? pass.Gradient(input) : null).Write();
            }
        }
    }

    private static string Number(Operation operation, PassWriter pass) => Text.Number(pass.Plan.Model.NumberOf(operation.Node));

    private static int? Parameter(PassWriter pass, int node, string name) => pass.Plan.Parameters.OffsetOf(node, name);

    private static void DeclareWeights(PassWriter pass, string name, string buffer, int offset, DenseModel dense)
    {
        string Panels(int count, int width) => $"[{Text.Number(count)}][{Text.Number(dense.InputSize)}][{Text.Number(width)}]";
        int full = Padding.Of(dense.Units) / Padding.Panel;
        bool narrow = Padding.Of(dense.Units) % Padding.Panel > 0;
        string shape = (full > 0 ? Panels(full, Padding.Panel) : "") + (full > 0 && narrow ? " and " : "") + (narrow ? Panels(1, Padding.Panel / 2) : "");
        pass.DeclareParameter(name, buffer, offset, $"panels {shape}");
    }
}
