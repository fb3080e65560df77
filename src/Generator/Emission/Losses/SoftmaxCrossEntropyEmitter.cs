namespace NetGen.Generator;

/// <summary>
/// Cross-entropy of a softmax, from its logits: δ = ŷ − y. Where targets are smoothed or classes weighted, the row of
/// the target is first made w·(y(1 − s) + s/K).
/// </summary>
internal class SoftmaxCrossEntropyEmitter : LossEmitter
{
    public override bool TakesLabels => true;

    public override string Formula(LossModel loss) => Changes(loss)
        ? $"{Changed(loss)}, ℓ = −Σ y ln softmax(z), δ = softmax(z)·Σy − y"
        : "ℓ = −Σ y ln softmax(z), δ = softmax(z) − y";

    public override void OfTargets(NetworkOutput output, PassWriter pass)
    {
        VectorForm form = pass.Form;
        LossModel loss = output.Loss!;
        (string z, string e, string d, int elements) = Begin(output, pass);
        if (Changes(loss))
        {
            pass.ForVectors(elements, j => pass.Code.Line(form.Store(pass.Masked(Weighted(loss, form, Smoothed(loss, form, form.Load(d, j), elements), j), j, elements), d, j) + ";"));
        }

        OfDistribution(form, z, e, d, elements, pass);
    }

    public override void OfLabels(NetworkOutput output, PassWriter pass)
    {
        VectorForm form = pass.Form;
        LossModel loss = output.Loss!;
        (string z, string e, string d, int elements) = Begin(output, pass);
        if (Changes(loss))
        {
            pass.ForVectors(elements, j => pass.Code.Line(form.Store(pass.Masked(Weighted(loss, form, form.Create(Share(loss, elements)), j), j, elements), d, j) + ";"));
            string own = FloatLiteral.Of((float)(1 - (loss.Options.LabelSmoothing ?? 0)));
            pass.Code.Line($"Unsafe.Add(ref {d}, label) += {(IsWeighted(loss) ? $"{own} * Unsafe.Add(ref outputWeights, label)" : own)};");
            OfDistribution(form, z, e, d, elements, pass);
            return;
        }

        pass.Code.Line($"cost += weight * (MathF.Log(sum) - (Unsafe.Add(ref {z}, label) - shift));");
        pass.ForVectors(elements, j =>
            pass.Code.Line(form.Store($"{form.Load(e, j)} / {form.Create("sum")} * {form.Create("factor")}", d, j) + ";"));
        pass.Code.Line($"Unsafe.Add(ref {d}, label) -= factor;");
    }

    /// <summary>What the loss adds for a target y beside −y ln softmax(z), as a vector; null where that is all.</summary>
    protected virtual string? Beside(VectorForm form, string y) => null;

    /// <summary>The same of one number, for devices.</summary>
    public virtual string? ScalarBeside => null;

    private void OfDistribution(VectorForm form, string z, string e, string d, int elements, PassWriter pass)
    {
        pass.Code.Comment("Σ y (ln Σe − (z − max z)); the targets' sum is 1 unless the caller says otherwise. Where y is 0, and in padding, z may be infinite");
        pass.Code.Line($"{form.Type} masses = {form.Zero};");
        pass.Code.Line($"{form.Type} products = {form.Zero};");
        pass.ForVectors(elements, j =>
        {
            string y = form.Load(d, j);
            string product = $"{y} * ({form.Load(z, j)} - {form.Create("shift")}){(Beside(form, y) is { } more ? $" - {more}" : "")}";
            pass.Code.Line($"masses += {y};");
            pass.Code.Line($"products += {form.Class}.ConditionalSelect({form.Class}.Equals({y}, {form.Zero}), {form.Zero}, {product});");
        });
        pass.Code.Line($"float mass = {form.Class}.Sum(masses);");
        pass.Code.Line($"cost += weight * (mass * MathF.Log(sum) - {form.Class}.Sum(products));");
        pass.ForVectors(elements, j =>
            pass.Code.Line(form.Store($"({form.Load(e, j)} / {form.Create("sum")} * {form.Create("mass")} - {form.Load(d, j)}) * {form.Create("factor")}", d, j) + ";"));
    }

    private static bool IsWeighted(LossModel loss) => loss.Options.ClassWeights is not null;

    private static bool Changes(LossModel loss) => IsWeighted(loss) || loss.Options.LabelSmoothing is not null;

    private static string Changed(LossModel loss) =>
        $"y ← {(IsWeighted(loss) ? "w·" : "")}{(loss.Options.LabelSmoothing is double s ? $"(y·{Text.Number(1 - s)} + {Text.Number(s)}/K)" : "y")}";

    /// <summary>s/K.</summary>
    private static string Share(LossModel loss, int elements) => FloatLiteral.Of((float)((loss.Options.LabelSmoothing ?? 0) / elements));

    private static string Smoothed(LossModel loss, VectorForm form, string y, int elements) => loss.Options.LabelSmoothing is double s
        ? $"({y} * {form.Create(FloatLiteral.Of((float)(1 - s)))} + {form.Create(Share(loss, elements))})" : y;

    private static string Weighted(LossModel loss, VectorForm form, string y, Index j) => IsWeighted(loss) ? $"{form.Load("outputWeights", j)} * {y}" : y;

    private static (string Z, string E, string D, int Elements) Begin(NetworkOutput output, PassWriter pass)
    {
        int logits = output.Last;
        int elements = pass.Elements(logits);
        pass.DeclareValue(output.Tensor);
        SoftmaxEmitter.WriteExponentials(pass, pass.Value(logits), pass.Value(output.Tensor), elements);
        return (pass.Value(logits), pass.Value(output.Tensor), pass.Gradient(logits), elements);
    }
}
