namespace NetGen.Generator;

/// <summary>A loss that is a sum over the outputs, each with its target alone.</summary>
internal abstract class ElementwiseLossEmitter : LossEmitter
{
    public override void OfTargets(NetworkOutput output, PassWriter pass)
    {
        VectorForm form = pass.Form;
        LossModel loss = output.Loss!;
        int last = output.Last;
        int elements = pass.Elements(last);
        string value = pass.Value(last);
        string gradient = pass.Gradient(last);
        pass.Code.Line($"{form.Type} costs = {form.Zero};");
        pass.ForVectors(elements, j =>
        {
            pass.Code.Line($"{form.Type} {Output} = {form.Load(value, j)};");
            pass.Code.Line($"{form.Type} y = {form.Load(gradient, j)};");
            foreach ((string name, string part) in Parts(loss, form, j))
            {
                pass.Code.Line($"{form.Type} {name} = {part};");
            }

            pass.Code.Line($"costs += {pass.Masked(Cost(loss, form), j, elements)};");
            string scaled = pass.Masked($"{Gradient(loss, form, elements)} * {form.Create("factor")}", j, elements);
            pass.Code.Line(form.Store(scaled, gradient, j) + ";");
        });
        pass.Code.Line($"cost += weight * {Total($"{form.Class}.Sum(costs)", elements)};");
    }

    /// <summary>What the code calls an output: <c>z</c> where the loss is taken of logits.</summary>
    public virtual string Output => "a";

    /// <summary>What cost and gradient have in common, by the names that both use.</summary>
    protected virtual (string Name, string Value)[] Parts(LossModel loss, VectorForm form, Index j) => [];

    /// <summary>The loss of one output, from it and <c>y</c>.</summary>
    protected abstract string Cost(LossModel loss, VectorForm form);

    /// <summary>Its derivative.</summary>
    protected abstract string Gradient(LossModel loss, VectorForm form, int elements);

    /// <summary>What cost and gradient write, of one number, for devices; <c>positive</c> is what a positive target counts.</summary>
    public abstract ScalarLoss Scalar(LossModel loss, int elements);

    /// <summary>The loss of the example, from the sum over the outputs.</summary>
    public virtual string Total(string sum, int elements) => sum;
}
