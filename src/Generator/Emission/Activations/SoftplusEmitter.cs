namespace NetGen.Generator;

internal sealed class SoftplusEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"ln(1 + exp({z}))";

    public override string Forward(VectorForm form, string z, ActivateModel activate) => $"VectorMath.Softplus({z})";

    // σ(z) = 1 − e⁻ᵃ
    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) => $"{d} * VectorMath.OneMinusExp({a})";

    public override string Scalar(string z, ActivateModel activate) => $"Functions.Softplus({z})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"{d} * Functions.OneMinusExp({kept})";

    public override string Struct(ActivateModel activate) => "default(SoftplusActivation)";
}
