namespace NetGen.Generator;

internal sealed class HalfSquaredErrorEmitter : ElementwiseLossEmitter
{
    public override string Formula => "ℓ = ½ Σ (ŷ − y)²";

    protected override string Cost(VectorForm form) => "(a - y) * (a - y)";

    protected override string Gradient(VectorForm form, int elements) => "(a - y)";

    protected override string Total(string sum, int elements) => $"0.5f * {sum}";
}
