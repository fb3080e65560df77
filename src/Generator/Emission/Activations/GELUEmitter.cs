namespace NetGen.Generator;

internal sealed class GELUEmitter : ActivationEmitter
{
    public override string Formula(string z) => $"gelu({z})";

    public override string Forward(VectorForm form, string z, ActivateModel activate) => $"VectorMath.GELU({z})";

    public override string Backward(VectorForm form, string z, string d, ActivateModel activate) => $"{d} * VectorMath.GELUSlope({z})";

    public override string Struct(ActivateModel activate) => "default(GELUActivation)";
}
