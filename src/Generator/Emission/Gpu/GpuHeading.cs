namespace NetGen.Generator;

/// <summary>Writes above a step what it does, as the code for the CPU has it.</summary>
internal sealed class GpuHeading(CodeWriter code, NetworkPlan plan, GpuSchedule schedule)
{
    private readonly PassWriter names = new(code, VectorForm.Portable, plan, training: schedule.Buffers.Gradients.Count > 0, batch: true);

    public void Write(GpuStep step)
    {
        NetworkOutput output = schedule.Program.Outputs[0];
        if (step.Operation is not { } operation)
        {
            code.Comment(step.Pass == GpuPass.Output ? "the output" : $"the loss: {LossEmitters.Of(output).Formula(output.Loss!)}");
            return;
        }

        string way = step.Pass switch { GpuPass.Forward => "", GpuPass.Activation => "back through the activation of ", _ => "back through " };
        code.Comment($"Layer {Text.Number(operation.Number)} of {Text.Number(plan.Model.NumberOf(plan.Model.Layers.Count))} · {way}{operation.Layer.Name}: {operation.Title}");
        if (step.Pass == GpuPass.Forward)
        {
            code.Comment(LayerEmitters.Of(operation).Formula(operation, names));
        }
    }
}
