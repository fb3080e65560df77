namespace NetGen.Generator;

internal sealed class HardSigmoidEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"min(1, max(0, {z}/6 + ½))";

    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) =>
        ClampEmitter.Within(form, a, FloatLiteral.Of(0), FloatLiteral.Of(1), $"{d} * {form.Create(FloatLiteral.Of(1f / 6))}");

    public override string Scalar(string z, ActivateModel activate) => $"Functions.HardSigmoid({z})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => ClampEmitter.Within(kept, FloatLiteral.Of(0), FloatLiteral.Of(1), $"{d} * {FloatLiteral.Of(1f / 6)}");

    public override string Struct(ActivateModel activate) => "default(HardSigmoidActivation)";
}
