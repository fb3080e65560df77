namespace NetGen.Generator;

/// <summary>Binary cross-entropy of a sigmoid, from its logits: never overflows, and δ = ŷ − y.</summary>
internal sealed class SigmoidCrossEntropyEmitter : ElementwiseLossEmitter
{
    public override string Formula => "ℓ = Σ (max(0, z) − z·y + ln(1 + e^−|z|)), δ = σ(z) − y";

    protected override string Output => "z";

    protected override string Cost(VectorForm form) =>
        $"{form.Class}.MaxNative({form.Zero}, z) - z * y + VectorMath.Log({form.Type}.One + VectorMath.Exp(-{form.Class}.Abs(z)))";

    protected override string Gradient(VectorForm form, int elements) => "(VectorMath.Sigmoid(z) - y)";
}
