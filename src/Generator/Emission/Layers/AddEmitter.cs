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
            foreach (int input in operation.Inputs)
            {
                pass.DeclareValue(input);
            }

            pass.DeclareValue(operation.Output);
            pass.ForVectors(pass.Elements(operation.Output), j =>
                pass.Code.Line(form.Store(
                    string.Join(" + ", operation.Inputs.Select(input => form.Load(pass.Value(input), j))), pass.Value(operation.Output), j) + ";"));
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        VectorForm form = pass.Form;
        string d = pass.Gradient(operation.Output);
        for (int slot = 0; slot < operation.Inputs.Count; slot++)
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

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        operation.Inputs.Count * Vectors(program.Tensors[operation.Output].Elements, lanes);
}
