using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>
/// Writes what runs the passes of a form over a batch. The workspace holds the transposed weights, or room for them, then the rows.
/// </summary>
internal sealed class FormDriverEmitter(CodeWriter code, NetworkPlan plan)
{
    private string Seeds => plan.Drops ? ", seed, step" : "";

    private string Training => plan.Drops || plan.Couples ? $", training: true{Seeds}" : "";

    public void Write()
    {
        Forward();
        code.Line();
        if (plan.Transposes.Weights.Count > 0)
        {
            new SectionsEmitter(code).Write(DriverSignature.Transpose(), Transposes());
            code.Line();
        }

        Backward();
        if (plan.Model.Losses.Count > 0)
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
            TrainForward(Training);
            code.Line("Output(rows, ref work, ref outputs);");
        }
    }

    private void Backward()
    {
        using (code.OptimizedMethod(DriverSignature.Backward(plan).Declaration))
        {
            Transpose();
            DeclareRows();
            code.Line("OutputGradient(rows, ref work, ref outputGradient);");
            TrainBackward();
        }
    }

    private void Gradient()
    {
        using (code.OptimizedMethod(DriverSignature.Gradient(plan).Declaration))
        {
            Transpose();
            DeclareRows();
            TrainForward(Training);
            code.Line($"double cost = {Loss("scale")};");
            TrainBackward();
            code.Line("return cost;");
        }
    }

    private void Cost()
    {
        using (code.OptimizedMethod(DriverSignature.Cost(plan).Declaration))
        {
            DeclareRows();
            TrainForward(plan.Drops ? ", training: false, 0, 0" : plan.Couples ? ", training: false" : "");
            code.Line($"return {Loss("1")};");
        }
    }

    private string Loss(string scale)
    {
        string targets = string.Join(" + ", plan.Model.Losses.Select((loss, index) =>
        {
            bool isPlain = loss.Weight == 1;
            string call = $"{LossEmitters.NameOf(plan, index)}(rows, ref work, ref targets, ref weights, weighted, {(isPlain ? scale : $"{FloatLiteral.Of((float)loss.Weight)} * {scale}")})";
            return isPlain ? call : $"{FloatLiteral.Of(loss.Weight)} * {call}";
        }));
        if (!LossEmitters.TakesLabels(plan))
        {
            return targets;
        }

        return $"labelled ? {targets.Replace("ref targets", "ref labels")} : {targets}";
    }

    private void TrainForward(string mode) => code.Line($"TrainForward(rows, ref parameters, ref inputs, ref work{mode}, workers);");

    private void TrainBackward() =>
        code.Line($"TrainBackward(rows, {(plan.RereadsParameters ? "ref parameters, " : "")}ref inputs, ref work, ref memory, ref gradient, ref inputGradient, wantsInput{Seeds}, workers);");

    private void Transpose()
    {
        if (plan.Transposes.Weights.Count > 0)
        {
            code.Line($"{DriverSignature.Transpose().Call};");
        }
    }

    private IEnumerable<PassStep> Transposes() => plan.Transposes.Weights.Select(weights => new PassStep(new MethodCost(Locals: 1, Operations: 2), () =>
    {
        int offset = plan.Parameters.OffsetOf(weights.Node, weights.Parameter.Name)!.Value;
        using (weights.OnRequest ? code.Block("if (wantsInput)") : null)
        {
            code.Line($"DividedKernels.Transpose({Text.List(weights.Parameter.Shape.Sizes)}, ref {At("parameters", offset)}, ref {At("memory", weights.Offset)}, workers);");
        }
    }));

    private void DeclareRows() => code.Line($"ref float work = ref {At("memory", plan.Transposes.Length)};");
}
