using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Writes the class that holds a network's passes in one vector form. A pass is a straight line through the layers,
/// for one row that is predicted, or for all rows of a batch. In a debug build, of which the JIT optimizes nothing, one
/// row goes over the tiles of the library too, which it does optimize.
/// </summary>
internal sealed class FormEmitter(CodeWriter code, NetworkPlan plan, CompilationFacts facts, VectorForm form)
{
    private readonly SectionsEmitter sections = new(code);
    private readonly int layers = plan.Model.NumberOf(plan.Model.Layers.Count);

    public void Write()
    {
        code.Comment(form.IsOfRow ? $"{form.Type} of {Text.Number(form.Lanes!.Value)} lanes, for one row." : $"{form.Type}.");
        using (code.Block($"file static class {form.Name}"))
        {
            if (facts.Optimizes)
            {
                PredictRow();
                code.Line();
            }

            if (plan.Stepping is { } stepping && (facts.Optimizes || !form.IsOfRow))
            {
                Step(stepping);
                code.Line();
            }

            if (!form.IsOfRow)
            {
                Batches();
            }
        }
    }

    private void Batches()
    {
        PredictRows();
        code.Line();
        TrainForward();
        code.Line();
        Output();
        code.Line();
        for (int index = 0; index < plan.Model.Losses.Count; index++)
        {
            Loss(index, ofLabels: false);
            code.Line();
        }

        if (LossEmitters.TakesLabels(plan))
        {
            Loss(0, ofLabels: true);
            code.Line();
        }

        OutputGradient();
        code.Line();
        TrainBackward();
        code.Line();
        new FormDriverEmitter(code, plan).Write();
    }

    private void PredictRow()
    {
        PassWriter Pass(SharedProducts? shared) => new(code, form, plan, training: false, batch: false, shared: shared);
        IEnumerable<PassStep> Steps(PassWriter pass) => [.. Layers(pass), .. CopyOutputs(pass)];
        IEnumerable<PassStep> steps = Steps(Pass(shared: null));
        if (!SectionsEmitter.AreSeveral(steps))
        {
            sections.Write(DriverSignature.PredictRow(), steps);
            return;
        }

        var shared = new SharedProducts(Pass(shared: null));
        sections.Write(DriverSignature.PredictRow(), Steps(Pass(shared)));
        shared.Write();
    }

    private void Step(NetworkPlan stepping)
    {
        bool unrolled = facts.Optimizes && form.Lanes is int lanes && UnrollBudget.Allows(stepping.Predicting, lanes);
        var pass = new PassWriter(code, form with { Unrolled = unrolled }, stepping, training: false, batch: !facts.Optimizes);
        sections.Write(DriverSignature.Step(pass.Batch), [.. Layers(pass), .. CopyOutputs(pass)]);
    }

    private void PredictRows()
    {
        if (plan.IsInLanes)
        {
            using (code.OptimizedMethod(DriverSignature.PredictRows().Declaration))
            {
                new LanesEmitter(code, plan).Write();
            }
        }
        else
        {
            PassWriter pass = OfBatch(training: false);
            sections.Write(DriverSignature.PredictRows(), [.. Layers(pass), .. CopyOutputs(pass)]);
        }
    }

    private void TrainForward() => sections.Write(DriverSignature.TrainForward(plan), Layers(Training(divided: true)));

    private void Output()
    {
        using (code.OptimizedMethod("public static void Output(int rows, ref float work, ref float outputs)"))
        {
            PassWriter pass = Training();
            foreach (Operation last in plan.Training.Outputs.Select(output => output.Operation).OfType<Operation>())
            {
                code.Comment(LayerEmitters.Of(last).Formula(last, pass));
                LayerEmitters.Of(last).Forward(last, pass);
            }

            foreach (PassStep copy in CopyOutputs(pass))
            {
                copy.Write();
            }
        }
    }

    private void Loss(int index, bool ofLabels)
    {
        NetworkOutput output = plan.Training.Outputs[index];
        LossEmitter loss = LossEmitters.Of(output);
        string against = ofLabels ? "ref int labels" : "ref float targets";
        using (code.OptimizedMethod($"public static double {LossEmitters.NameOf(plan, index)}(int rows, ref float work, {against}, ref float weights, bool weighted, float scale)"))
        {
            PassWriter pass = Training();
            code.Comment(loss.Formula(output.Loss!));
            code.Line("double cost = 0;");
            if (output.Loss!.Options.Weights is not null)
            {
                code.Line($"ref float outputWeights = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(Facts.{LossEmitters.WeightsOf(plan, index)});");
            }

            using (pass.Rows())
            {
                code.Line("float weight = weighted ? Unsafe.Add(ref weights, row) : 1f;");
                code.Line("float factor = weight * scale;");
                pass.DeclareValue(output.Last);
                pass.DeclareGradient(output.Last);
                if (ofLabels)
                {
                    code.Line("int label = Unsafe.Add(ref labels, row);");
                    loss.OfLabels(output, pass);
                }
                else
                {
                    DeclarePart(pass, "target", "targets", output);
                    RowCopy.IntoPadded(pass, "target", pass.Gradient(output.Last), pass.Elements(output.Last));
                    loss.OfTargets(output, pass);
                }
            }

            code.Line("return cost;");
        }
    }

    private void OutputGradient()
    {
        using (code.OptimizedMethod("public static void OutputGradient(int rows, ref float work, ref float outputGradient)"))
        {
            PassWriter pass = Training();
            foreach (NetworkOutput output in plan.Training.Outputs)
            {
                using (pass.Rows())
                {
                    DeclarePart(pass, "given", "outputGradient", output);
                    pass.DeclareGradient(output.Last);
                    RowCopy.IntoPadded(pass, "given", pass.Gradient(output.Last), pass.Elements(output.Last));
                }

                if (output.Operation is { } operation)
                {
                    code.Comment($"back through {LayerEmitters.Of(operation).Formula(operation, pass)}");
                    var request = new BackwardRequest(plan.Training.Operations.Count, operation, pass, new GradientFlow(plan.Training));
                    LayerEmitters.Of(operation).Backward(operation, pass, request);
                }
            }
        }
    }

    /// <summary>Names an output's part of a row of outputs.</summary>
    private static void DeclarePart(PassWriter pass, string name, string argument, NetworkOutput output) =>
        pass.DeclareRow(name, argument, pass.Elements(output.Tensor), pass.Program.OutputSize, output.Offset);

    private void TrainBackward()
    {
        PassWriter pass = Training(divided: true);
        sections.Write(DriverSignature.TrainBackward(plan), [.. LayersBack(pass), new PassStep(CostOfCopy(pass, 0), () =>
        {
            using (code.Block("if (wantsInput)"))
            using (pass.Rows())
            {
                pass.DeclareGradient(0);
                pass.DeclareRow("asked", "inputGradient", pass.Elements(0));
                RowCopy.Run(pass, pass.Gradient(0), "", "asked", "", pass.Elements(0), adds: false);
            }
        })]);
    }

    private IEnumerable<PassStep> LayersBack(PassWriter pass)
    {
        var flow = new GradientFlow(plan.Training);
        return Enumerable.Range(0, plan.Training.Operations.Count).Reverse().SelectMany(index => plan.Training.Operations[index].Steps.Select(operation =>
            new PassStep(LayerEmitters.Of(operation).BackwardCost(operation, pass) + new MethodCost(Locals: 1, Operations: 1) + CostOfUse(operation, pass), () =>
            {
                var request = new BackwardRequest(index, operation, pass, flow);
                Heading(operation, pass, "back through ");
                using (request.ForAll())
                {
                    if (pass.AddsParameters(operation))
                    {
                        BackwardOfUse(operation, pass, request);
                    }
                    else
                    {
                        LayerEmitters.Of(operation).Backward(operation, pass, request);
                    }
                }

                code.Line();
            })));
    }

    /// <summary>What <see cref="BackwardOfUse"/> writes around a layer: where its gradient goes, and the call that adds it.</summary>
    private static MethodCost CostOfUse(Operation operation, PassWriter pass) =>
        pass.AddsParameters(operation) ? new MethodCost(Locals: 1, Operations: 3) : new MethodCost(Locals: 0, Operations: 0);

    /// <summary>Adds the gradient of parameters that others share.</summary>
    private void BackwardOfUse(Operation operation, PassWriter pass, BackwardRequest request)
    {
        using (code.Block())
        {
            code.Line($"ref float use = ref {PassWriter.At("transposed", plan.Transposes.OfUse)};");
            LayerEmitters.Of(operation).Backward(operation, pass, request);
            code.Comment("to the gradient of the layers that share the parameters");
            code.Line($"Accumulation.Add({Text.Number(TransposePlan.LengthOf(operation.Layer.Parameters))}, ref use, ref {PassWriter.At("gradient", pass.FirstParameter(operation))});");
        }
    }

    private IEnumerable<PassStep> Layers(PassWriter pass)
    {
        if (pass.Program.StagesInput)
        {
            yield return new PassStep(CostOfCopy(pass, 0) + RowCopy.CostOfClearing, () =>
            {
                code.Comment("the input, padded");
                using (pass.Rows())
                {
                    pass.DeclareRow("given", "inputs", pass.Elements(0));
                    pass.DeclareValue(0);
                    RowCopy.IntoPadded(pass, "given", pass.Value(0), pass.Elements(0));
                }

                code.Line();
            });
        }

        foreach (Operation operation in pass.Program.Operations.SelectMany(operation => operation.Steps))
        {
            yield return new PassStep(LayerEmitters.Of(operation).ForwardCost(operation, pass), () =>
            {
                Heading(operation, pass, "");
                LayerEmitters.Of(operation).Forward(operation, pass);
                code.Line();
            });
        }
    }

    private void Heading(Operation operation, PassWriter pass, string direction)
    {
        code.Comment($"Layer {Text.Number(operation.Number)} of {Text.Number(layers)} · {direction}{operation.Layer.Name}: {operation.Title}{(operation.Layer.Shares is int owner ? $", with the parameters of layer {Text.Number(plan.Model.NumberOf(owner))}" : "")}");
        code.Comment(LayerEmitters.Of(operation).Formula(operation, pass));
    }

    private static IEnumerable<PassStep> CopyOutputs(PassWriter pass) => pass.Program.Outputs.Select(output => new PassStep(CostOfCopy(pass, output.Tensor), () =>
    {
        using (pass.Rows())
        {
            pass.DeclareValue(output.Tensor);
            DeclarePart(pass, "y", "outputs", output);
            RowCopy.Run(pass, pass.Value(output.Tensor), "", "y", "", pass.Elements(output.Tensor), adds: false);
        }
    }));

    private static MethodCost CostOfCopy(PassWriter pass, int tensor) =>
        PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 1, Operations: 1) + RowCopy.Cost(pass, pass.Elements(tensor));

    private PassWriter Training(bool divided = false) => OfBatch(training: true, divided);

    private PassWriter OfBatch(bool training, bool divided = false) => new(code, form with { Unrolled = false }, plan, training, batch: true, divided);
}
