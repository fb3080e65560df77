namespace NetGen.Generator;

/// <summary>An elementwise activation on its own, where it is not fused into the layer before it.</summary>
internal sealed class ActivateEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = {Activation(operation).Formula(pass.Value(operation.Inputs[0]))}";

    public override void Forward(Operation operation, PassWriter pass)
    {
        string z = pass.Value(operation.Inputs[0]);
        string a = pass.Value(operation.Output);
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            pass.ForVectors(
                pass.Elements(operation.Output),
                j =>
                {
                    pass.Code.Line($"{pass.Form.Type} z = {pass.Form.Load(z, j)};");
                    pass.Code.Line(pass.Form.Store(Activation(operation).Forward(pass.Form, "z", (ActivateModel)operation.Layer), a, j) + ";");
                },
                scoped: true);
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        VectorForm form = pass.Form;
        int kept = operation.Layer.KeepsInput ? operation.Inputs[0] : operation.Output;
        string da = pass.Gradient(operation.Output);
        string dz = pass.Gradient(operation.Inputs[0]);
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(kept);
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            pass.ForVectors(pass.Elements(operation.Output), j =>
            {
                string gradient = Activation(operation).Backward(form, form.Load(pass.Value(kept), j), form.Load(da, j), (ActivateModel)operation.Layer);
                pass.Code.Line(form.Store(request.Adds(0) ? $"{form.Load(dz, j)} + {gradient}" : gradient, dz, j) + ";");
            });
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        Vectors(program.Tensors[operation.Output].Elements, lanes);

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 2) + pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 1, Operations: 2, Inlined: 1));

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 3) + pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 2, Inlined: 1));

    private static ActivationEmitter Activation(Operation operation) => ActivationEmitters.Of((ActivateModel)operation.Layer);
}
