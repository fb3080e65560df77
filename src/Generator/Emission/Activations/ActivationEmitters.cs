using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>The elementwise activations, by the name of their member of <c>Activation</c>. Identity needs no code.</summary>
internal static class ActivationEmitters
{
    private static readonly Dictionary<string, ActivationEmitter> Table = new()
    {
        ["Sigmoid"] = new SigmoidEmitter(),
        ["Tanh"] = new TanhEmitter(),
        ["ReLU"] = new ReLUEmitter(),
        ["LeakyReLU"] = new LeakyReLUEmitter(),
        ["Softplus"] = new SoftplusEmitter(),
        ["GELU"] = new GELUEmitter(),
    };

    public static ActivationEmitter Of(ActivateModel activate) => Table[activate.Activation];

    /// <summary>The formula of an activation, or of none.</summary>
    public static string Formula(ActivateModel? activate, string z) => activate is null ? z : Of(activate).Formula(z);

    /// <summary>What a kernel is given for an activation, or for none.</summary>
    public static string Struct(ActivateModel? activate) => activate is null ? "default(IdentityActivation)" : Of(activate).Struct(activate);
}
