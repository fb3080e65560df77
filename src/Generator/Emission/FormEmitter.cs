using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>
/// Writes the class that holds a network's passes in one vector form. A pass is a straight line through the layers,
/// for one row or, where the network is worked layer by layer, for all rows of a batch.
/// </summary>
internal sealed class FormEmitter(CodeWriter code, NetworkPlan plan, VectorForm form)
{
    private readonly bool batch = !plan.Rowwise;

    private string RowsParameter => batch ? "int rows, " : "";

    private string WorkersParameter => batch ? ", Workers? workers" : "";

    public void Write()
    {
        code.Comment(form.Lanes is int lanes && form.Class == "Vector"
            ? $"Where Vector<float> has {Text.Number(lanes)} lanes: written out."
            : $"{form.Type}{(form.Unrolled ? ": written out." : ".")}");
        using (code.Block($"file static class {form.Name}"))
        {
            PredictRow();
            code.Line();
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
    }

    private void PredictRow()
    {
        using (code.OptimizedMethod("public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)"))
        {
            Predict(new PassWriter(code, form, plan, training: false, batch: false));
        }
    }

    private void PredictRows()
    {
        using (code.OptimizedMethod("public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)"))
        {
            if (batch)
            {
                Predict(new PassWriter(code, form, plan, training: false, batch: true));
                return;
            }

            using (code.Block("for (int row = 0; row < rows; row++)"))
            {
                code.Line($"Predict(ref parameters, ref {At("inputs", Times("row", plan.Model.Input.Elements))}, ref {At("outputs", Times("row", plan.Model.Output.Elements))}, ref work);");
            }
        }
    }

    private void Predict(PassWriter pass)
    {
        Layers(pass);
        CopyOutput(pass);
    }

    private void TrainForward()
    {
        string dropout = plan.Drops ? $", bool training, ulong seed, long step{(batch ? "" : ", int row")}" : "";
        using (code.OptimizedMethod($"public static void TrainForward({RowsParameter}ref float parameters, ref float inputs, ref float work{dropout}{WorkersParameter})"))
        {
            Layers(Training(divided: batch));
        }
    }

    private void Output()
    {
        using (code.OptimizedMethod($"public static void Output({RowsParameter}ref float work, ref float outputs)"))
        {
            PassWriter pass = Training();
            if (plan.Training.Head is { } head)
            {
                code.Comment(LayerEmitters.Of(head).Formula(head, pass));
                LayerEmitters.Of(head).Forward(head, pass);
            }

            CopyOutput(pass);
        }
    }

    private void Loss(bool ofLabels)
    {
        LossEmitter loss = LossEmitters.Of(plan);
        string against = ofLabels ? "ref int labels" : "ref float targets";
        using (code.OptimizedMethod($"public static double Loss({RowsParameter}ref float work, {against}, float scale)"))
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
                    code.Line($"int label = {(batch ? "Unsafe.Add(ref labels, row)" : "labels")};");
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
        using (code.OptimizedMethod($"public static void OutputGradient({RowsParameter}ref float work, ref float outputGradient)"))
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
        string dropout = plan.Drops ? $", ulong seed, long step{(batch ? "" : ", int row")}" : "";
        using (code.OptimizedMethod($"public static void TrainBackward({RowsParameter}ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput{dropout}{WorkersParameter})"))
        {
            PassWriter pass = Training(divided: batch);
            var flow = new GradientFlow(plan.Training);
            for (int index = plan.Training.Operations.Count - 1; index >= 0; index--)
            {
                Operation operation = plan.Training.Operations[index];
                var request = new BackwardRequest(index, operation, pass, flow);
                Heading(operation, pass, "back through ");
                using (request.ForAll())
                {
                    LayerEmitters.Of(operation).Backward(operation, pass, request);
                }

                code.Line();
            }

            using (code.Block("if (wantsInput)"))
            using (pass.Rows(scoped: true))
            {
                pass.DeclareGradient(0);
                pass.DeclareRow("asked", "inputGradient", pass.Elements(0));
                RowCopy.Run(pass, pass.Gradient(0), "", "asked", "", pass.Elements(0), adds: false);
            }
        }
    }

    private void Layers(PassWriter pass)
    {
        if (pass.Program.StagesInput)
        {
            code.Comment("the input, padded");
            using (pass.Rows())
            {
                pass.DeclareRow("given", "inputs", pass.Elements(0));
                pass.DeclareValue(0);
                RowCopy.IntoPadded(pass, "given", pass.Value(0), pass.Elements(0));
            }

            code.Line();
        }

        foreach (Operation operation in pass.Program.Operations)
        {
            Heading(operation, pass, "");
            LayerEmitters.Of(operation).Forward(operation, pass);
            code.Line();
        }
    }

    private void Heading(Operation operation, PassWriter pass, string direction)
    {
        code.Comment($"Layer {Text.Number(plan.Model.NumberOf(operation.Node))} of {Text.Number(plan.Model.NumberOf(plan.Model.Layers.Count))} · {direction}{operation.Layer.Name}: {operation.Title}");
        code.Comment(LayerEmitters.Of(operation).Formula(operation, pass));
    }

    private void CopyOutput(PassWriter pass)
    {
        int output = pass.Program.Output;
        using (pass.Rows())
        {
            pass.DeclareValue(output);
            pass.DeclareRow("y", "outputs", pass.Elements(output));
            RowCopy.Run(pass, pass.Value(output), "", "y", "", pass.Elements(output), adds: false);
        }
    }

    private PassWriter Training(bool divided = false) => new(code, form, plan, training: true, batch, divided);
}
