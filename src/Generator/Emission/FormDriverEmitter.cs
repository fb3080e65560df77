using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>
/// Writes what runs the passes of a form over the rows of a batch: row by row through the whole network, or the whole
/// batch at once. The workspace holds the transposed weights, then the rows.
/// </summary>
internal sealed class FormDriverEmitter(CodeWriter code, NetworkPlan plan, bool drops)
{
    // A driver loops over the rows: it must not begin unoptimized and change over while it runs.
    private const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    private readonly bool batch = !plan.Rowwise;

    private string Seeds => drops ? ", seed, step" : "";

    private string SeedParameters => drops ? ", ulong seed, long step" : "";

    private string Row => batch ? "" : ", row";

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
        using (Driver($"public static void Forward(int rows, ref float parameters, ref float inputs, ref float outputs, ref float memory{SeedParameters})"))
        {
            DeclareRows();
            using (Rows(keep: true))
            {
                code.Line($"TrainForward({Arguments("ref parameters", Input("inputs"), "ref work")}{Training("true")});");
                code.Line($"Output({Arguments("ref work", Of("outputs", plan.Model.Output.Elements))});");
            }
        }
    }

    private void Backward()
    {
        using (Driver($"public static void Backward(int rows, ref float parameters, ref float inputs, ref float outputGradient, ref float gradient, ref float memory, ref float inputGradient, bool wantsInput{SeedParameters})"))
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
        using (Driver($"public static double Gradient(int rows, ref float parameters, ref float inputs, ref float targets, ref int labels, bool labelled, ref float gradient, ref float memory, ref float inputGradient, bool wantsInput, float scale{SeedParameters})"))
        {
            Transpose();
            DeclareRows();
            code.Line("double cost = 0;");
            using (Rows(keep: false))
            {
                code.Line($"TrainForward({Arguments("ref parameters", Input("inputs"), "ref work")}{Training("true")});");
                Loss();
                TrainBackward();
            }

            code.Line("return cost;");
        }
    }

    private void Cost()
    {
        using (Driver("public static double Cost(int rows, ref float parameters, ref float inputs, ref float targets, ref int labels, bool labelled, ref float memory)"))
        {
            DeclareRows();
            code.Line("const float scale = 1;");
            code.Line("double cost = 0;");
            using (Rows(keep: false))
            {
                code.Line($"TrainForward({Arguments("ref parameters", Input("inputs"), "ref work")}{(drops ? $", training: false, 0, 0{(batch ? "" : ", 0")}" : "")});");
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
        code.Line($"TrainBackward({Arguments(Input("inputs"), "ref work", "ref memory", "ref gradient", Input("inputGradient"), "wantsInput")}{Seeds}{(drops ? Row : "")});");

    private void Transpose()
    {
        foreach (TransposedWeights weights in plan.Transposes.Weights)
        {
            int offset = plan.Parameters.OffsetOf(weights.Node, "Weights")!.Value;
            using (weights.OnRequest ? code.Block("if (wantsInput)") : null)
            {
                code.Line($"Panels.Transpose({Text.Number(weights.Dense.Units)}, {Text.Number(weights.Dense.InputSize)}, ref {At("parameters", offset)}, ref {At("memory", weights.Offset)});");
            }
        }
    }

    private void DeclareRows() =>
        code.Line($"ref float {(batch ? "work" : "all")} = ref {At("memory", plan.Transposes.Length)};");

    /// <summary>Runs over the rows where they go through the network one by one; those that are not kept share one place.</summary>
    private System.IDisposable? Rows(bool keep)
    {
        if (batch)
        {
            return null;
        }

        System.IDisposable block = code.Block("for (int row = 0; row < rows; row++)");
        code.Line($"ref float work = ref {(keep ? $"Unsafe.Add(ref all, row * {Text.Number(plan.TrainingBuffers.Length)})" : "all")};");
        return block;
    }

    private System.IDisposable Driver(string signature)
    {
        code.Line(Optimized);
        return code.Block(signature);
    }

    private string Arguments(params string[] arguments) => (batch ? "rows, " : "") + string.Join(", ", arguments);

    private string Training(string training) => drops ? $", training: {training}{Seeds}{Row}" : "";

    private string Input(string argument) => Of(argument, plan.Model.Input.Elements);

    private string Of(string argument, long elements) =>
        $"ref {(batch ? argument : At(argument, Times("row", elements)))}";
}
