using System;

namespace NetGen.Generator;

/// <summary>The elementwise activations of one number, for code that runs on a device.</summary>
internal static class ScalarActivations
{
    /// <summary>ψ(z); z is a variable.</summary>
    public static string Forward(ActivateModel? activate, string z) => activate?.Activation switch
    {
        null => z,
        "Sigmoid" or "Tanh" or "Softplus" or "GELU" or "GELUTanh" or "SiLU" or "Mish" or "HardSigmoid" or "HardSwish" => $"Functions.{activate.Activation}({z})",

        // NaN passes.
        "ReLU" => $"({z} < 0f ? 0f : {z})",
        "LeakyReLU" => $"({z} > 0f ? {z} : {z} * {Slope(activate)})",
        "ELU" => Exponential(z, "1f", Slope(activate)),
        "SELU" => Exponential(z, FloatLiteral.Of((float)SELURise), FloatLiteral.Of((float)SELUDepth)),
        "HardTanh" => $"Functions.Clamp({z}, -1f, 1f)",
        "ReLU6" => $"Functions.Clamp({z}, 0f, 6f)",
        "Softsign" => $"({z} / (1f + MathF.Abs({z})))",
        "HardThreshold" => $"({z} > 0f ? 1f : 0f)",
        _ => throw new ArgumentOutOfRangeException(nameof(activate), activate.Activation, "Nobody writes this activation for devices."),
    };

    /// <summary>The gradient d of the output times ψ′, from the output a = ψ(z), or from z where the model keeps its input.</summary>
    public static string Backward(ActivateModel activate, string kept, string d) => activate.Activation switch
    {
        "Sigmoid" => $"{d} * ({kept} * (1f - {kept}))",
        "Tanh" => $"{d} * (1f - {kept} * {kept})",
        "ReLU" => Within(kept, "0f", null, d),
        "LeakyReLU" => $"({kept} > 0f ? {d} : {d} * {Slope(activate)})",
        "Softplus" => $"{d} * Functions.OneMinusExp({kept})",
        "ELU" => $"{d} * ({kept} > 0f ? 1f : {kept} + {Slope(activate)})",
        "SELU" => $"{d} * ({kept} > 0f ? {FloatLiteral.Of((float)SELURise)} : {kept} + {FloatLiteral.Of((float)SELUDepth)})",
        "HardTanh" => Within(kept, "-1f", "1f", d),
        "ReLU6" => Within(kept, "0f", "6f", d),
        "HardSigmoid" => Within(kept, "0f", "1f", $"{d} * {FloatLiteral.Of(1f / 6)}"),
        "Softsign" => $"{d} * ((1f - MathF.Abs({kept})) * (1f - MathF.Abs({kept})))",
        "HardThreshold" => "0f",
        _ => $"{d} * Functions.{activate.Activation}Slope({kept})",
    };

    private const double SELURise = 1.0507009873554804934;
    private const double SELUDepth = 1.7580993408473768599;

    // Below zero depth·(eᶻ − 1), exact near it.
    private static string Exponential(string z, string rise, string depth) => $"({z} > 0f ? {(rise == "1f" ? "" : $"{rise} * ")}{z} : -{depth} * Functions.OneMinusExp(-{z}))";

    private static string Within(string a, string low, string? high, string value) => $"({a} > {low}{(high is null ? "" : $" && {a} < {high}")} ? {value} : 0f)";

    private static string Slope(ActivateModel activate) => FloatLiteral.Of((float)activate.Slope);
}
