namespace NetGen.Generator;

/// <summary>min(high, max(low, z)): hard tanh and ReLU6.</summary>
internal sealed class ClampEmitter(float low, float high) : ActivationEmitter
{
    public override string Formula(string z) => $"min({Text.Number(high)}, max({Text.Number(low)}, {z}))";

    // a lies between the limits exactly where z does.
    public override string Backward(VectorForm form, string a, string d, ActivateModel activate) => Within(form, a, FloatLiteral.Of(low), FloatLiteral.Of(high), d);

    public override string Scalar(string z, ActivateModel activate) => $"Functions.Clamp({z}, {FloatLiteral.Of(low)}, {FloatLiteral.Of(high)})";

    public override string ScalarBackward(string kept, string d, ActivateModel activate) => Within(kept, FloatLiteral.Of(low), FloatLiteral.Of(high), d);

    public override string Struct(ActivateModel activate) => $"new ClampActivation({FloatLiteral.Of(low)}, {FloatLiteral.Of(high)})";

    /// <summary>A value where a lies between two limits, zero where it is at one of them.</summary>
    public static string Within(VectorForm form, string a, string low, string high, string value) =>
        $"{form.Class}.ConditionalSelect({form.Class}.GreaterThan({a}, {form.Create(low)}) & {form.Class}.LessThan({a}, {form.Create(high)}), {value}, {form.Zero})";

    /// <summary>The same of one number, for devices.</summary>
    public static string Within(string a, string low, string high, string value) => $"({a} > {low} && {a} < {high} ? {value} : 0f)";
}
