namespace NetGen.Generator;

internal sealed class SigmoidEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"σ({z})";

    public override string Forward(VectorForm form, string z, ActivateModel activate) => $"VectorMath.Sigmoid({z})";

    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) =>
        $"{d} * ({a} * ({form.Type}.One - {a}))";

    public override string Scalar(string z, ActivateModel activate) => $"Functions.Sigmoid({z})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"{d} * ({kept} * (1f - {kept}))";

    public override string Struct(ActivateModel activate) => "default(SigmoidActivation)";
}
