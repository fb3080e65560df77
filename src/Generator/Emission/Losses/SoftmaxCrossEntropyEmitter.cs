namespace NetGen.Generator;

/// <summary>Cross-entropy of a softmax, from its logits: δ = ŷ − y.</summary>
internal sealed class SoftmaxCrossEntropyEmitter : LossEmitter
{
    public override string Formula => "ℓ = −Σ y ln softmax(z), δ = softmax(z) − y";

    public override bool TakesLabels => true;

    public override void OfTargets(NetworkOutput output, PassWriter pass)
    {
        VectorForm form = pass.Form;
        (string z, string e, string d, int elements) = Begin(output, pass);
        pass.Code.Comment("Σ y (ln Σe − (z − max z)); the targets' sum is 1 unless the caller says otherwise. Where y is 0, and in padding, z may be infinite");
        pass.Code.Line($"{form.Type} weights = {form.Zero};");
        pass.Code.Line($"{form.Type} products = {form.Zero};");
        pass.ForVectors(elements, j =>
        {
            pass.Code.Line($"weights += {form.Load(d, j)};");
            pass.Code.Line($"products += {form.Class}.ConditionalSelect({form.Class}.Equals({form.Load(d, j)}, {form.Zero}), {form.Zero}, {form.Load(d, j)} * ({form.Load(z, j)} - {form.Create("shift")}));");
        });
        pass.Code.Line($"float weight = {form.Class}.Sum(weights);");
        pass.Code.Line($"cost += weight * MathF.Log(sum) - {form.Class}.Sum(products);");
        pass.ForVectors(elements, j =>
            pass.Code.Line(form.Store($"({form.Load(e, j)} / {form.Create("sum")} * {form.Create("weight")} - {form.Load(d, j)}) * {form.Create("scale")}", d, j) + ";"));
    }

    public override void OfLabels(NetworkOutput output, PassWriter pass)
    {
        VectorForm form = pass.Form;
        (string z, string e, string d, int elements) = Begin(output, pass);
        pass.Code.Line($"cost += MathF.Log(sum) - (Unsafe.Add(ref {z}, label) - shift);");
        pass.ForVectors(elements, j =>
            pass.Code.Line(form.Store($"{form.Load(e, j)} / {form.Create("sum")} * {form.Create("scale")}", d, j) + ";"));
        pass.Code.Line($"Unsafe.Add(ref {d}, label) -= scale;");
    }

    private static (string Z, string E, string D, int Elements) Begin(NetworkOutput output, PassWriter pass)
    {
        int logits = output.Last;
        int elements = pass.Elements(logits);
        pass.DeclareValue(output.Tensor);
        SoftmaxEmitter.WriteExponentials(pass, pass.Value(logits), pass.Value(output.Tensor), elements);
        return (pass.Value(logits), pass.Value(output.Tensor), pass.Gradient(logits), elements);
    }
}
