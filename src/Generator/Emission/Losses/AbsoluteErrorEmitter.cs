namespace NetGen.Generator;

internal sealed class AbsoluteErrorEmitter : ElementwiseLossEmitter
{
    public override string Formula(LossModel loss) => "ℓ = Σ |ŷ − y|";

    protected override (string Name, string Value)[] Parts(LossModel loss, VectorForm form, Index j) => [("error", "a - y")];

    // 0 and NaN stay what they are.
    public override ScalarLoss Scalar(LossModel loss, int elements) => new("MathF.Abs(error)", "(error > 0f ? 1f : error < 0f ? -1f : error)", "float error = a - y;");

    protected override string Cost(LossModel loss, VectorForm form) => $"{form.Class}.Abs(error)";

    // 0 and NaN stay what they are.
    protected override string Gradient(LossModel loss, VectorForm form, int elements) =>
        $"{form.Class}.ConditionalSelect({form.Class}.GreaterThan({form.Class}.Abs(error), {form.Zero}), {form.Class}.ConditionalSelect({form.Class}.GreaterThan(error, {form.Zero}), {form.Type}.One, -{form.Type}.One), error)";
}
