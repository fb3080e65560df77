using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>
/// Writes what runs the passes of a form over the rows of a batch: row by row through the whole network, or the whole
/// batch at once. The workspace holds the transposed weights, then the rows.
/// </summary>
internal sealed class FormDriverEmitter(CodeWriter code, NetworkPlan plan)
{
    private string Row => plan.Rowwise ? ", row" : "";

    private string Workers => plan.Rowwise ? "" : ", workers";

    private string Seeds => plan.Drops ? $", seed, step{Row}" : "";

    public void Write()
    {
        Forward();
        code.Line();
        Backward();
        if (plan.Model.Loss is not null)
        {
            code.Line();
            Gradient();
            code.Line();
            Cost();
        }
    }

    private void Forward()
    {
        using (code.OptimizedMethod(DriverSignature.Forward(plan).Declaration))
        {
            DeclareRows();
            using (Rows(keep: true))
            {
                code.Line($"TrainForward({Arguments("ref parameters", Input("inputs"), "ref work")}{Training}{Workers});");
                code.Line($"Output({Arguments("ref work", Of("outputs", plan.Model.Output.Elements))});");
            }
        }
    }

    private void Backward()
    {
        using (code.OptimizedMethod(DriverSignature.Backward(plan).Declaration))
        {
            Transpose();
            DeclareRows();
            using (Rows(keep: true))
            {
                code.Line($"OutputGradient({Arguments("ref work", Of("outputGradient", plan.Model.Output.Elements))});");
                TrainBackward();
            }
        }
    }

    private void Gradient()
    {
        using (code.OptimizedMethod(DriverSignature.Gradient(plan).Declaration))
        {
            Transpose();
            DeclareRows();
            code.Line("double cost = 0;");
            using (Rows(keep: false))
            {
                code.Line($"TrainForward({Arguments("ref parameters", Input("inputs"), "ref work")}{Training}{Workers});");
                Loss();
                TrainBackward();
            }

            code.Line("return cost;");
        }
    }

    private void Cost()
    {
        using (code.OptimizedMethod(DriverSignature.Cost(plan).Declaration))
        {
            DeclareRows();
            code.Line("const float scale = 1;");
            code.Line("double cost = 0;");
            using (Rows(keep: false))
            {
                code.Line($"TrainForward({Arguments("ref parameters", Input("inputs"), "ref work")}{(plan.Drops ? $", training: false, 0, 0{(plan.Rowwise ? ", 0" : "")}" : "")}{Workers});");
                Loss();
            }

            code.Line("return cost;");
        }
    }

    private void Loss()
    {
        string targets = $"Loss({Arguments("ref work", Of("targets", plan.Model.Output.Elements))}, scale)";
        code.Line(LossEmitters.Of(plan).TakesLabels
            ? $"cost += labelled ? Loss({Arguments("ref work", Of("labels", 1))}, scale) : {targets};"
            : $"cost += {targets};");
    }

    private void TrainBackward() =>
        code.Line($"TrainBackward({Arguments(Input("inputs"), "ref work", "ref memory", "ref gradient", Input("inputGradient"), "wantsInput")}{Seeds}{Workers});");

    private void Transpose()
    {
        foreach (TransposedWeights weights in plan.Transposes.Weights)
        {
            int offset = plan.Parameters.OffsetOf(weights.Node, "Weights")!.Value;
            using (weights.OnRequest ? code.Block("if (wantsInput)") : null)
            {
                string transpose = $"{Text.Number(weights.Dense.Units)}, {Text.Number(weights.Dense.InputSize)}, ref {At("parameters", offset)}, ref {At("memory", weights.Offset)}";
                code.Line(plan.Rowwise ? $"Panels.Transpose({transpose});" : $"DividedKernels.Transpose({transpose}, workers);");
            }
        }
    }

    private void DeclareRows() =>
        code.Line($"ref float {(plan.Rowwise ? "all" : "work")} = ref {At("memory", plan.Transposes.Length)};");

    /// <summary>Runs over the rows where they go through the network one by one; those that are not kept share one place.</summary>
    private System.IDisposable? Rows(bool keep)
    {
        if (!plan.Rowwise)
        {
            return null;
        }

        System.IDisposable block = code.Block("for (int row = 0; row < rows; row++)");
        code.Line($"ref float work = ref {(keep ? $"Unsafe.Add(ref all, row * {Text.Number(plan.TrainingBuffers.Length)})" : "all")};");
        return block;
    }

    private string Arguments(params string[] arguments) => (plan.Rowwise ? "" : "rows, ") + string.Join(", ", arguments);

    private string Training => plan.Drops ? $", training: true{Seeds}" : "";

    private string Input(string argument) => Of(argument, plan.Model.Input.Elements);

    private string Of(string argument, long elements) =>
        $"ref {(plan.Rowwise ? At(argument, Times("row", elements)) : argument)}";
}
