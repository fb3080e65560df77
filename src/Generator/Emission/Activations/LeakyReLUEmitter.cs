namespace NetGen.Generator;

internal sealed class LeakyReLUEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"leaky({z})";

    public override string Forward(VectorForm form, string z, ActivateModel activate) => Leak(form, z, z, activate);

    // a > 0 exactly where z > 0, for the slope is not negative.
    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) => Leak(form, a, d, activate);

    public override string Scalar(string z, ActivateModel activate) => $"({z} > 0f ? {z} : {z} * {Slope(activate)})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"({kept} > 0f ? {d} : {d} * {Slope(activate)})";

    public override string Struct(ActivateModel activate) => $"new LeakyReLUActivation({Slope(activate)})";

    private static string Leak(VectorForm form, string decision, string value, ActivateModel activate) =>
        $"{form.Class}.ConditionalSelect({form.Class}.GreaterThan({decision}, {form.Zero}), {value}, {value} * {form.Create(Slope(activate))})";

    private static string Slope(ActivateModel activate) => FloatLiteral.Of((float)activate.Slope);
}
