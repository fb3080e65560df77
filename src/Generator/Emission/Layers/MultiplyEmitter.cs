using System.Linq;

namespace NetGen.Generator;

/// <summary>The product of two tensors; the gradient of each is that of the product times the other.</summary>
internal sealed class MultiplyEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = {string.Join(" ⊙ ", operation.Inputs.Select(pass.Value))}";

    public override void Forward(Operation operation, PassWriter pass)
    {
        VectorForm form = pass.Form;
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Inputs[1]);
            pass.DeclareValue(operation.Output);
            pass.ForVectors(pass.Elements(operation.Output), j =>
                pass.Code.Line(form.Store(string.Join(" * ", operation.Inputs.Select(factor => form.Load(pass.Value(factor), j))), pass.Value(operation.Output), j) + ";"));
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        VectorForm form = pass.Form;
        string d = pass.Gradient(operation.Output);
        for (int slot = 0; slot < 2; slot++)
        {
            int other = operation.Inputs[1 - slot];
            string din = pass.Gradient(operation.Inputs[slot]);
            bool adds = request.Adds(slot);
            using (request.For(slot))
            using (pass.DividedRows(pass.Elements(operation.Output)))
            {
                pass.DeclareValue(other);
                pass.DeclareGradient(operation.Output);
                pass.DeclareGradient(operation.Inputs[slot]);
                pass.ForVectors(pass.Elements(operation.Output), j =>
                {
                    string gradient = $"{form.Load(d, j)} * {form.Load(pass.Value(other), j)}";
                    pass.Code.Line(form.Store(adds ? $"{form.Load(din, j)} + {gradient}" : gradient, din, j) + ";");
                });
            }
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 3) + pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 3));

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        2 * (PassWriter.CostOfRows(rows: 3) + pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 3)));

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        2 * Vectors(program.Tensors[operation.Output].Elements, lanes);
}
