namespace NetGen.Generator;

internal sealed class HardThresholdEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"1 where {z} > 0, else 0";

    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) => form.Zero;

    public override string Scalar(string z, ActivateModel activate) => $"({z} > 0f ? 1f : {z} <= 0f ? 0f : {z})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => "0f";

    public override string Struct(ActivateModel activate) => "default(HardThresholdActivation)";
}
