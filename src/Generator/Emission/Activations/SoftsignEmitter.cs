namespace NetGen.Generator;

internal sealed class SoftsignEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"{z} / (1 + |{z}|)";

    // 1 / (1 + |z|)² = (1 − |a|)²
    public override string Backward(VectorForm form, string a, string d, ActivateModel activate)
    {
        string root = $"({form.Type}.One - {form.Class}.Abs({a}))";
        return $"{d} * ({root} * {root})";
    }

    public override string Scalar(string z, ActivateModel activate) => $"({z} / (1f + MathF.Abs({z})))";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"{d} * ((1f - MathF.Abs({kept})) * (1f - MathF.Abs({kept})))";

    public override string Struct(ActivateModel activate) => "default(SoftsignActivation)";
}
