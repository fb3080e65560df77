namespace NetGen.Generator;

/// <summary>Binary cross-entropy of probabilities, its logarithms held at −100 as PyTorch does.</summary>
internal sealed class BinaryCrossEntropyEmitter : BinaryLossEmitter
{
    public override string Formula(LossModel loss) => $"ℓ = −Σ ({(IsWeighted(loss) ? "w·" : "")}y ln ŷ + (1 − y) ln(1 − ŷ))";

    public override ScalarLoss Scalar(LossModel loss, int elements) =>
        throw new System.InvalidOperationException("Probabilities that are no sigmoid's come of several outputs, and on a device there is one.");

    protected override string Cost(LossModel loss, VectorForm form) => IsWeighted(loss)
        ? $"-(positive * {Log(form, "a")} + negative * {Log(form, $"{form.Type}.One - a")})"
        : $"-(y * {Log(form, "a")} + ({form.Type}.One - y) * {Log(form, $"{form.Type}.One - a")})";

    protected override string Gradient(LossModel loss, VectorForm form, int elements) =>
        $"{(IsWeighted(loss) ? $"(negative * a - positive * ({form.Type}.One - a))" : "(a - y)")} / {form.Class}.MaxNative(({form.Type}.One - a) * a, {form.Create("1e-12f")})";

    private static string Log(VectorForm form, string value) =>
        $"{form.Class}.MaxNative({form.Create("-100f")}, VectorMath.Log({value}))";
}
