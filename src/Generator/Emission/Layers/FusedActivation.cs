namespace NetGen.Generator;

/// <summary>The way back through an activation that is fused into the layer before it.</summary>
internal static class FusedActivation
{
    /// <summary>Makes the gradient of the output the gradient before the activation, in place; nothing where none is fused, or a pooling did it.</summary>
    public static void Backward(Operation operation, PassWriter pass)
    {
        if (operation.Activation is not { } activate || pass.Program.IsRectifiedByPooling(operation.Output))
        {
            return;
        }

        string a = pass.Value(operation.Output);
        string d = pass.Gradient(operation.Output);
        pass.Code.Comment($"{d} becomes the gradient before the activation");
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareValue(operation.Output);
            pass.DeclareGradient(operation.Output);
            pass.ForVectors(pass.Elements(operation.Output), j =>
            {
                string gradient = ActivationEmitters.Of(activate).Backward(pass.Form, pass.Form.Load(a, j), pass.Form.Load(d, j), activate);
                pass.Code.Line(pass.Form.Store(gradient, d, j) + ";");
            });
        }
    }

    /// <summary>What <see cref="Backward"/> writes.</summary>
    public static MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 2) + pass.CostOfVectors(pass.Elements(operation.Output), new MethodCost(Locals: 0, Operations: 2, Inlined: operation.Activation is null ? 0 : 1));
}
