namespace NetGen.Generator;

internal sealed class ReLUEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"max(0, {z})";

    // The order of the operands lets NaN through.
    public override string Forward(VectorForm form, string z, ActivateModel activate) => $"{form.Class}.MaxNative({form.Zero}, {z})";

    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) =>
        $"{form.Class}.ConditionalSelect({form.Class}.GreaterThan({a}, {form.Zero}), {d}, {form.Zero})";

    public override string Scalar(string z, ActivateModel activate) => $"({z} < 0f ? 0f : {z})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"({kept} > 0f ? {d} : 0f)";

    public override string Struct(ActivateModel activate) => "default(ReLUActivation)";
}
