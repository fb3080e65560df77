namespace NetGen.Generator;

/// <summary>a = e^(z − max z) / Σ e^(z − max z) over a row; dz = a ⊙ (da − Σ da·a).</summary>
internal sealed class SoftmaxEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = softmax({pass.Value(operation.Inputs[0])})";

    public override void Forward(Operation operation, PassWriter pass)
    {
        VectorForm form = pass.Form;
        int elements = pass.Elements(operation.Output);
        string a = pass.Value(operation.Output);
        using (pass.DividedRows(elements))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            WriteExponentials(pass, pass.Value(operation.Inputs[0]), a, elements);
            pass.ForVectors(elements, j => pass.Code.Line(form.Store($"{form.Load(a, j)} / {form.Create("sum")}", a, j) + ";"));
        }
    }

    /// <summary>
    /// Writes e^(z − shift) with <c>shift</c> = max z into a row, zero beyond its elements, and declares their <c>sum</c>;
    /// without a row, the sum alone.
    /// </summary>
    public static void WriteExponentials(PassWriter pass, string z, string? e, int elements)
    {
        VectorForm form = pass.Form;
        string least = form.Create("float.NegativeInfinity");
        pass.Code.Line($"{form.Type} maxima = {least};");
        pass.ForVectors(elements, j =>
            pass.Code.Line($"maxima = {form.Class}.MaxNative(maxima, {pass.Masked(form.Load(z, j), j, elements, least)});"));
        pass.Code.Line("float shift = Horizontal.Max(maxima);");
        pass.Code.Line($"{form.Type} sums = {form.Zero};");
        pass.ForVectors(
            elements,
            j =>
            {
                pass.Code.Line($"{form.Type} exponential = {pass.Masked($"VectorMath.Exp({form.Load(z, j)} - {form.Create("shift")})", j, elements)};");
                pass.Code.Line("sums += exponential;");
                if (e is not null)
                {
                    pass.Code.Line(form.Store("exponential", e, j) + ";");
                }
            },
            scoped: true);
        pass.Code.Line($"float sum = {form.Class}.Sum(sums);");
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        VectorForm form = pass.Form;
        int elements = pass.Elements(operation.Output);
        string a = pass.Value(operation.Output);
        string da = pass.Gradient(operation.Output);
        string dz = pass.Gradient(operation.Inputs[0]);
        using (pass.DividedRows(elements))
        {
            pass.DeclareValue(operation.Output);
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            pass.Code.Line($"{form.Type} products = {form.Zero};");
            pass.ForVectors(elements, j =>
                pass.Code.Line($"products = {form.MultiplyAdd(form.Load(a, j), form.Load(da, j), "products")};"));
            pass.Code.Line($"float mean = {form.Class}.Sum(products);");
            pass.ForVectors(elements, j =>
            {
                string gradient = $"{form.Load(a, j)} * ({form.Load(da, j)} - {form.Create("mean")})";
                pass.Code.Line(form.Store(request.Adds(0) ? $"{form.Load(dz, j)} + {gradient}" : gradient, dz, j) + ";");
            });
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass)
    {
        int elements = pass.Elements(operation.Output);
        return PassWriter.CostOfRows(rows: 2) + new MethodCost(Locals: 4, Operations: 6, Inlined: 1) +
            pass.CostOfVectors(elements, new MethodCost(Locals: 0, Operations: 2)) +
            pass.CostOfVectors(elements, new MethodCost(Locals: 1, Operations: 4, Inlined: 1)) +
            pass.CostOfVectors(elements, new MethodCost(Locals: 0, Operations: 1));
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 3) + new MethodCost(Locals: 2, Operations: 3) +
        (2 * pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 2)));

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        3 * Vectors(program.Tensors[operation.Output].Elements, lanes);
}
