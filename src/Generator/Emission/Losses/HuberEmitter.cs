namespace NetGen.Generator;

internal sealed class HuberEmitter : ElementwiseLossEmitter
{
    public override string Formula(LossModel loss) => $"ℓ = Σ m (|ŷ − y| − m/2) with m = min(|ŷ − y|, {Text.Number(Value(loss))}); its derivative is ŷ − y, held within ±{Text.Number(Value(loss))}";

    protected override (string Name, string Value)[] Parts(LossModel loss, VectorForm form, Index j) =>
    [
        ("error", "a - y"),
        ("size", $"{form.Class}.Abs(error)"),
        ("near", $"{form.Class}.MinNative({form.Create(Delta(loss))}, size)"),
    ];

    public override ScalarLoss Scalar(LossModel loss, int elements) => new(
        "near * (size - 0.5f * near)", $"Functions.Clamp(error, -{Delta(loss)}, {Delta(loss)})",
        "float error = a - y, size = MathF.Abs(error);", $"float near = size > {Delta(loss)} ? {Delta(loss)} : size;");

    protected override string Cost(LossModel loss, VectorForm form) => $"near * (size - {form.Create("0.5f")} * near)";

    // NaN, as the second operand, passes.
    protected override string Gradient(LossModel loss, VectorForm form, int elements) =>
        $"{form.Class}.MinNative({form.Create(Delta(loss))}, {form.Class}.MaxNative({form.Create($"-{Delta(loss)}")}, error))";

    private static double Value(LossModel loss) => loss.Options.Delta ?? 1;

    private static string Delta(LossModel loss) => FloatLiteral.Of((float)Value(loss));
}
