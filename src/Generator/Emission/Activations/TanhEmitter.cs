namespace NetGen.Generator;

internal sealed class TanhEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"tanh({z})";

    public override string Forward(VectorForm form, string z, ActivateModel activate) => $"VectorMath.Tanh({z})";

    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) =>
        $"{d} * ({form.Type}.One - {a} * {a})";

    public override string Scalar(string z, ActivateModel activate) => $"Functions.Tanh({z})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"{d} * (1f - {kept} * {kept})";

    public override string Struct(ActivateModel activate) => "default(TanhActivation)";
}
