namespace NetGen.Generator;

/// <summary>Binary cross-entropy of probabilities, its logarithms held at −100 as PyTorch does.</summary>
internal sealed class BinaryCrossEntropyEmitter : ElementwiseLossEmitter
{
    public override string Formula => "ℓ = −Σ (y ln ŷ + (1 − y) ln(1 − ŷ))";

    protected override string Cost(VectorForm form) =>
        $"-(y * {Log(form, "a")} + ({form.Type}.One - y) * {Log(form, $"{form.Type}.One - a")})";

    protected override string Gradient(VectorForm form, int elements) =>
        $"(a - y) / {form.Class}.MaxNative(({form.Type}.One - a) * a, {form.Create("1e-12f")})";

    private static string Log(VectorForm form, string value) =>
        $"{form.Class}.MaxNative({form.Create("-100f")}, VectorMath.Log({value}))";
}
