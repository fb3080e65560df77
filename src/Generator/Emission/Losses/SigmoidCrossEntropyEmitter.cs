namespace NetGen.Generator;

/// <summary>Binary cross-entropy of a sigmoid, from its logits: never overflows, and δ = ŷ − y where positive targets count 1.</summary>
internal sealed class SigmoidCrossEntropyEmitter : BinaryLossEmitter
{
    public override string Formula(LossModel loss) => IsWeighted(loss)
        ? "ℓ = Σ (w·y ln(1 + e^−z) + (1 − y) ln(1 + e^z)), δ = (1 − y)·σ(z) − w·y·(1 − σ(z))"
        : "ℓ = Σ (max(0, z) − z·y + ln(1 + e^−|z|)), δ = σ(z) − y";

    public override string Output => "z";

    protected override (string Name, string Value)[] Parts(LossModel loss, VectorForm form, Index j) => IsWeighted(loss)
        ? [.. base.Parts(loss, form, j), ("log", Log(form)), ("a", "VectorMath.Sigmoid(z)")]
        : [];

    public override ScalarLoss Scalar(LossModel loss, int elements) => new(
        "positive * (log - (z > 0f ? 0f : z)) + (1f - y) * (log + (z < 0f ? 0f : z))", "((1f - y) * a - positive * (1f - a))",
        "float log = Functions.LogOnePlus(Functions.Exp(-MathF.Abs(z))), a = Functions.Sigmoid(z);");

    protected override string Cost(LossModel loss, VectorForm form) => IsWeighted(loss)
        ? $"positive * (log - {form.Class}.MinNative({form.Zero}, z)) + negative * (log + {form.Class}.MaxNative({form.Zero}, z))"
        : $"{form.Class}.MaxNative({form.Zero}, z) - z * y + {Log(form)}";

    protected override string Gradient(LossModel loss, VectorForm form, int elements) =>
        IsWeighted(loss) ? $"(negative * a - positive * ({form.Type}.One - a))" : "(VectorMath.Sigmoid(z) - y)";

    private static string Log(VectorForm form) => $"VectorMath.Log({form.Type}.One + VectorMath.Exp(-{form.Class}.Abs(z)))";
}
