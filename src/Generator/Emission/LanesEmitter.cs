using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>
/// Writes the prediction of a batch with one example in each lane, sixteen at a time. A tensor lies where its row would,
/// sixteen times as long.
/// </summary>
internal sealed class LanesEmitter(CodeWriter code, NetworkPlan plan)
{
    /// <summary>The lanes of NetGen.Kernels.LaneKernels.</summary>
    private const int Lanes = 16;

    private readonly NetworkProgram program = plan.Predicting;

    /// <summary>The floats of scratch that it takes, for any number of rows.</summary>
    public static int Scratch(NetworkPlan plan) =>
        Lanes * (plan.PredictingBuffers.Length + (plan.Predicting.StagesInput ? 0 : plan.Predicting.Tensors[0].Elements));

    public void Write()
    {
        using (code.Block($"for (int first = 0; first < rows; first += {Text.Number(Lanes)})"))
        {
            code.Line($"int count = Math.Min({Text.Number(Lanes)}, rows - first);");
            code.Line($"LaneKernels.Load(count, {Elements(0)}, ref {At("inputs", Times("first", program.Tensors[0].Elements))}, ref {Value(0)});");
            foreach (Operation operation in program.Operations)
            {
                Write(operation);
            }

            code.Line($"LaneKernels.Store(count, {Elements(program.Output)}, ref {Value(program.Output)}, ref {At("outputs", Times("first", program.Tensors[program.Output].Elements))});");
        }
    }

    private void Write(Operation operation)
    {
        string x = Value(operation.Inputs[0]);
        string y = Value(operation.Output);
        string elements = Elements(operation.Output);
        switch (operation.Layer)
        {
            case DenseModel dense:
                int? bias = plan.Parameters.OffsetOf(operation.Node, "Bias");
                code.Line($"LaneKernels.Dense({Text.Number(dense.InputSize)}, {elements}, ref {x}, ref {At("parameters", plan.Parameters.OffsetOf(operation.Node, "Weights")!.Value)}, ref {(bias is int offset ? At("parameters", offset) : "Unsafe.NullRef<float>()")}, ref {y}, {ActivationEmitters.Struct(operation.Activation)});");
                break;
            case ActivateModel { IsSoftmax: true } softmax:
                code.Line($"LaneKernels.{softmax.Activation}({elements}, ref {x}, ref {y});");
                break;
            case ActivateModel activate:
                code.Line($"LaneKernels.Activate({elements}, ref {x}, ref {y}, {ActivationEmitters.Struct(activate)});");
                break;
        }
    }

    private string Elements(int tensor) => Text.Number(program.Tensors[tensor].Elements);

    /// <summary>Where a tensor lies; an input that is not staged, behind all others.</summary>
    private string Value(int tensor)
    {
        int place = plan.PredictingBuffers.Values[tensor];
        return At("work", Lanes * (place < 0 ? plan.PredictingBuffers.Length : place));
    }
}
