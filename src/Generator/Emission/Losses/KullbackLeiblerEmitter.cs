namespace NetGen.Generator;

/// <summary>Kullback-Leibler divergence of a softmax, from its logits: cross-entropy less the entropy of the target.</summary>
internal sealed class KullbackLeiblerEmitter : SoftmaxCrossEntropyEmitter
{
    public override bool TakesLabels => false;

    public override string Formula(LossModel loss) => "ℓ = Σ y (ln y − ln softmax(z)), δ = softmax(z) − y";

    public override string? ScalarBeside => "y * Functions.Log(y)";

    protected override string? Beside(VectorForm form, string y) => $"{y} * VectorMath.Log({y})";
}
