namespace NetGen.Generator;

internal sealed class HalfSquaredErrorEmitter : ElementwiseLossEmitter
{
    public override string Formula(LossModel loss) => "ℓ = ½ Σ (ŷ − y)²";

    public override ScalarLoss Scalar(LossModel loss, int elements) => new("(a - y) * (a - y)", "(a - y)");

    protected override string Cost(LossModel loss, VectorForm form) => "(a - y) * (a - y)";

    protected override string Gradient(LossModel loss, VectorForm form, int elements) => "(a - y)";

    public override string Total(string sum, int elements) => $"0.5f * {sum}";
}
