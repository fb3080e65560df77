namespace NetGen.Generator;

/// <summary>Dropout while training; classical, a scale when predicting. The mask is a function of its key, so that the backward pass draws it again.</summary>
internal sealed class DropoutEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass)
    {
        var dropout = (DropoutModel)operation.Layer;
        string mask = pass.Training ? " ⊙ mask" : "";
        return $"{pass.Value(operation.Output)} = {pass.Value(operation.Inputs[0])}{mask}{(!dropout.Classical ? $" / (1 − {Text.Number(dropout.Rate)})" : pass.Training ? "" : $" · (1 − {Text.Number(dropout.Rate)})")}";
    }

    public override void Forward(Operation operation, PassWriter pass)
    {
        VectorForm form = pass.Form;
        string x = pass.Value(operation.Inputs[0]);
        string a = pass.Value(operation.Output);
        int elements = pass.Elements(operation.Output);
        var dropout = (DropoutModel)operation.Layer;
        void Predict() => pass.ForVectors(elements, j =>
            pass.Code.Line(form.Store(dropout.Classical ? $"{form.Load(x, j)} * {form.Create(FloatLiteral.Of((float)(1 - dropout.Rate)))}" : form.Load(x, j), a, j) + ";"));

        if (!pass.Training)
        {
            using (pass.DividedRows(elements))
            {
                pass.DeclareValue(operation.Inputs[0]);
                pass.DeclareValue(operation.Output);
                Predict();
            }

            return;
        }

        using (pass.DividedRows(elements, draws: "training"))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            using (pass.Code.Block("if (training)"))
            {
                DeclareKey(operation, pass);
                pass.ForVectors(elements, j => pass.Code.Line(form.Store(Mask(operation, form.Load(x, j), j), a, j) + ";"));
            }

            using (pass.Code.Block("else"))
            {
                Predict();
            }
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        VectorForm form = pass.Form;
        string da = pass.Gradient(operation.Output);
        string dx = pass.Gradient(operation.Inputs[0]);
        using (pass.DividedRows(pass.Elements(operation.Output), draws: "true"))
        {
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            DeclareKey(operation, pass);
            pass.ForVectors(pass.Elements(operation.Output), j =>
            {
                string gradient = Mask(operation, form.Load(da, j), j);
                pass.Code.Line(form.Store(request.Adds(0) ? $"{form.Load(dx, j)} + {gradient}" : gradient, dx, j) + ";");
            });
        }
    }

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        Vectors(program.Tensors[operation.Output].Elements, lanes);

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) => BackwardCost(operation, pass) + new MethodCost(Locals: 3, Operations: 2);

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 1, Operations: 1, Inlined: 1) +
        pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 1, Inlined: 1));

    private static void DeclareKey(Operation operation, PassWriter pass) =>
        pass.Code.Line($"uint key = DropoutMask.Key(seed, step, {Text.Number(operation.Node)}, row);");

    private static string Mask(Operation operation, string value, Index index)
    {
        var dropout = (DropoutModel)operation.Layer;
        return $"DropoutMask.Apply{(dropout.Classical ? "Classical" : "")}({value}, key, {(index.IsConstant ? "" : "(int)")}{index}, {FloatLiteral.Of((float)dropout.Rate)})";
    }
}
