using System.Linq;

namespace NetGen.Generator;

/// <summary>The sum of tensors; its gradient goes to each of them.</summary>
internal sealed class AddEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = {string.Join(" + ", operation.Inputs.Select(pass.Value))}";

    public override void Forward(Operation operation, PassWriter pass)
    {
        VectorForm form = pass.Form;
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            int[] terms = [.. operation.FirstSlot > 0 ? [operation.Output] : Enumerable.Empty<int>(), .. operation.Slots.Select(slot => operation.Inputs[slot])];
            foreach (int term in terms)
            {
                pass.DeclareValue(term);
            }

            pass.DeclareValue(operation.Output);
            pass.ForVectors(pass.Elements(operation.Output), j =>
                pass.Code.Line(form.Store(string.Join(" + ", terms.Select(term => form.Load(pass.Value(term), j))), pass.Value(operation.Output), j) + ";"));
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        VectorForm form = pass.Form;
        string d = pass.Gradient(operation.Output);
        foreach (int slot in operation.Slots)
        {
            string din = pass.Gradient(operation.Inputs[slot]);
            bool adds = request.Adds(slot);
            using (request.For(slot))
            using (pass.DividedRows(pass.Elements(operation.Output)))
            {
                pass.DeclareGradient(operation.Output);
                pass.DeclareGradient(operation.Inputs[slot]);
                pass.ForVectors(pass.Elements(operation.Output), j =>
                    pass.Code.Line(form.Store(adds ? $"{form.Load(din, j)} + {form.Load(d, j)}" : form.Load(d, j), din, j) + ";"));
            }
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass)
    {
        int terms = operation.Slots.Count() + 1;
        return PassWriter.CostOfRows(rows: terms) + pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: terms));
    }

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        operation.Slots.Count() * (PassWriter.CostOfRows(rows: 2) + pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 1)));

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        operation.Inputs.Count * Vectors(program.Tensors[operation.Output].Elements, lanes);
}
