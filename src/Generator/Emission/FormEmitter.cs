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
        if (plan.Model.Loss is not null)
        {
            Loss(ofLabels: false);
            code.Line();
            if (LossEmitters.Of(plan).TakesLabels)
            {
                Loss(ofLabels: true);
                code.Line();
            }
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
        IEnumerable<PassStep> Steps(PassWriter pass) => [.. Layers(pass), CopyOutput(pass)];
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
        sections.Write(DriverSignature.Step(pass.Batch), [.. Layers(pass), CopyOutput(pass)]);
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
            sections.Write(DriverSignature.PredictRows(), [.. Layers(pass), CopyOutput(pass)]);
        }
    }

    private void TrainForward() => sections.Write(DriverSignature.TrainForward(plan), Layers(Training(divided: true)));

    private void Output()
    {
        using (code.OptimizedMethod("public static void Output(int rows, ref float work, ref float outputs)"))
        {
            PassWriter pass = Training();
            if (plan.Training.Head is { } head)
            {
                code.Comment(LayerEmitters.Of(head).Formula(head, pass));
                LayerEmitters.Of(head).Forward(head, pass);
            }

            CopyOutput(pass).Write();
        }
    }

    private void Loss(bool ofLabels)
    {
        LossEmitter loss = LossEmitters.Of(plan);
        string against = ofLabels ? "ref int labels" : "ref float targets";
        using (code.OptimizedMethod($"public static double Loss(int rows, ref float work, {against}, float scale)"))
        {
            PassWriter pass = Training();
            int last = plan.Training.Last;
            code.Comment(loss.Formula);
            code.Line("double cost = 0;");
            using (pass.Rows())
            {
                pass.DeclareValue(last);
                pass.DeclareGradient(last);
                if (ofLabels)
                {
                    code.Line("int label = Unsafe.Add(ref labels, row);");
                    loss.OfLabels(pass);
                }
                else
                {
                    pass.DeclareRow("target", "targets", pass.Elements(last));
                    RowCopy.IntoPadded(pass, "target", pass.Gradient(last), pass.Elements(last));
                    loss.OfTargets(pass);
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
            int last = plan.Training.Last;
            using (pass.Rows())
            {
                pass.DeclareRow("given", "outputGradient", pass.Elements(last));
                pass.DeclareGradient(last);
                RowCopy.IntoPadded(pass, "given", pass.Gradient(last), pass.Elements(last));
            }

            if (plan.Training.Head is { } head)
            {
                code.Comment($"back through {LayerEmitters.Of(head).Formula(head, pass)}");
                var request = new BackwardRequest(plan.Training.Operations.Count, head, pass, new GradientFlow(plan.Training));
                LayerEmitters.Of(head).Backward(head, pass, request);
            }
        }
    }

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
            new PassStep(LayerEmitters.Of(operation).BackwardCost(operation, pass) + new MethodCost(Locals: 1, Operations: 1), () =>
            {
                var request = new BackwardRequest(index, operation, pass, flow);
                Heading(operation, pass, "back through ");
                using (request.ForAll())
                {
                    LayerEmitters.Of(operation).Backward(operation, pass, request);
                }

                code.Line();
            })));
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
        code.Comment($"Layer {Text.Number(operation.Number)} of {Text.Number(layers)} · {direction}{operation.Layer.Name}: {operation.Title}");
        code.Comment(LayerEmitters.Of(operation).Formula(operation, pass));
    }

    private static PassStep CopyOutput(PassWriter pass) => new(CostOfCopy(pass, pass.Program.Output), () =>
    {
        int output = pass.Program.Output;
        using (pass.Rows())
        {
            pass.DeclareValue(output);
            pass.DeclareRow("y", "outputs", pass.Elements(output));
            RowCopy.Run(pass, pass.Value(output), "", "y", "", pass.Elements(output), adds: false);
        }
    });

    private static MethodCost CostOfCopy(PassWriter pass, int tensor) =>
        PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 1, Operations: 1) + RowCopy.Cost(pass, pass.Elements(tensor));

    private PassWriter Training(bool divided = false) => OfBatch(training: true, divided);

    private PassWriter OfBatch(bool training, bool divided = false) => new(code, form with { Unrolled = false }, plan, training, batch: true, divided);
}
