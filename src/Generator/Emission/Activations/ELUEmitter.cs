namespace NetGen.Generator;

/// <summary>rise·z where z > 0, depth·(eᶻ − 1) elsewhere: ELU and SELU.</summary>
/// <param name="name">Its name in formulas.</param>
/// <param name="rise">The slope above zero.</param>
/// <param name="depth">How far below zero it reaches; null for what the model says.</param>
internal sealed class ELUEmitter(string name, double rise, double? depth) : ActivationEmitter
{
    public override string Formula(string z) => $"{name}({z})";

    // a > 0 exactly where z > 0; below, depth·eᶻ = a + depth.
    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) =>
        $"{d} * {form.Class}.ConditionalSelect({form.Class}.GreaterThan({a}, {form.Zero}), {form.Create(Rise)}, {a} + {form.Create(Depth(activate))})";

    public override string Scalar(string z, ActivateModel activate) => $"({z} > 0f ? {(Rise == "1f" ? "" : $"{Rise} * ")}{z} : -{Depth(activate)} * Functions.OneMinusExp(-{z}))";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => $"{d} * ({kept} > 0f ? {Rise} : {kept} + {Depth(activate)})";

    public override string Struct(ActivateModel activate) => $"new ELUActivation({Rise}, {Depth(activate)})";

    private string Rise => FloatLiteral.Of((float)rise);

    private string Depth(ActivateModel activate) => FloatLiteral.Of((float)(depth ?? activate.Slope));
}
