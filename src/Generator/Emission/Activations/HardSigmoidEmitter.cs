namespace NetGen.Generator;

internal sealed class HardSigmoidEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"min(1, max(0, {z}/6 + ½))";

    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) =>
        ClampEmitter.Within(form, a, FloatLiteral.Of(0), FloatLiteral.Of(1), $"{d} * {form.Create(FloatLiteral.Of(1f / 6))}");

    public override string Struct(ActivateModel activate) => "default(HardSigmoidActivation)";
}
