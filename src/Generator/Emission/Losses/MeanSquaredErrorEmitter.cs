namespace NetGen.Generator;

internal sealed class MeanSquaredErrorEmitter : ElementwiseLossEmitter
{
    public override string Formula(LossModel loss) => "ℓ = (1/n) Σ (ŷ − y)²";

    public override ScalarLoss Scalar(LossModel loss, int elements) => new("(a - y) * (a - y)", $"((a - y) + (a - y)) / {FloatLiteral.Of((float)elements)}");

    protected override string Cost(LossModel loss, VectorForm form) => "(a - y) * (a - y)";

    protected override string Gradient(LossModel loss, VectorForm form, int elements) =>
        $"((a - y) + (a - y)) / {form.Create(FloatLiteral.Of((float)elements))}";

    public override string Total(string sum, int elements) => $"{sum} / {FloatLiteral.Of((float)elements)}";
}
