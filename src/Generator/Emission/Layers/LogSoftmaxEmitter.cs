namespace NetGen.Generator;

/// <summary>a = z − max z − ln Σ e^(z − max z) over a row; dz = da − eᵃ·Σ da.</summary>
internal sealed class LogSoftmaxEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = ln softmax({pass.Value(operation.Inputs[0])})";

    public override void Forward(Operation operation, PassWriter pass)
    {
        VectorForm form = pass.Form;
        int elements = pass.Elements(operation.Output);
        string z = pass.Value(operation.Inputs[0]);
        using (pass.DividedRows(elements))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            SoftmaxEmitter.WriteExponentials(pass, z, null, elements);
            pass.Code.Line("float logarithm = MathF.Log(sum);");
            pass.ForVectors(elements, j => pass.Code.Line(
                form.Store(pass.Masked($"{form.Load(z, j)} - {form.Create("shift")} - {form.Create("logarithm")}", j, elements), pass.Value(operation.Output), j) + ";"));
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        VectorForm form = pass.Form;
        int elements = pass.Elements(operation.Output);
        string da = pass.Gradient(operation.Output);
        string dz = pass.Gradient(operation.Inputs[0]);
        using (pass.DividedRows(elements))
        {
            pass.DeclareValue(operation.Output);
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            pass.Code.Line($"{form.Type} sums = {form.Zero};");
            pass.ForVectors(elements, j => pass.Code.Line($"sums += {form.Load(da, j)};"));
            pass.Code.Line($"float sum = {form.Class}.Sum(sums);");
            pass.ForVectors(elements, j =>
            {
                string gradient = pass.Masked($"{form.Load(da, j)} - VectorMath.Exp({form.Load(pass.Value(operation.Output), j)}) * {form.Create("sum")}", j, elements);
                pass.Code.Line(form.Store(request.Adds(0) ? $"{form.Load(dz, j)} + {gradient}" : gradient, dz, j) + ";");
            });
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass)
    {
        int elements = pass.Elements(operation.Output);
        return PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 5, Operations: 7, Inlined: 1) +
            pass.CostOfVectors(elements, new MethodCost(Locals: 0, Operations: 2)) +
            pass.CostOfVectors(elements, new MethodCost(Locals: 1, Operations: 3, Inlined: 1)) +
            pass.CostOfVectors(elements, new MethodCost(Locals: 0, Operations: 2));
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 3) + new MethodCost(Locals: 2, Operations: 3) +
        pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 1)) +
        pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 2, Inlined: 1));

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        3 * Vectors(program.Tensors[operation.Output].Elements, lanes);
}
