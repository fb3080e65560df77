namespace NetGen.Generator;

/// <summary>z·g(z) with a gate g, whose slope is computed from z: a function of VectorMath and its slope.</summary>
internal sealed class GatedEmitter(string name) : ActivationEmitter
{
    public override string Formula(string z) => $"{name.ToLowerInvariant()}({z})";

    public override string Forward(VectorForm form, string z, ActivateModel activate) => $"VectorMath.{name}({z})";

    public override string Backward(VectorForm form, string z, string d, ActivateModel activate) => $"{d} * VectorMath.{name}Slope({z})";

    public override string Scalar(string z, ActivateModel activate) => $"Functions.{name}({z})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"{d} * Functions.{name}Slope({kept})";

    public override string Struct(ActivateModel activate) => $"default({name}Activation)";
}
