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
        ["GELU"] = new GatedEmitter("GELU"),
        ["ELU"] = new ELUEmitter("elu", 1, null),
        ["SELU"] = new ELUEmitter("selu", 1.0507009873554804934, 1.7580993408473768599),
        ["GELUTanh"] = new GatedEmitter("GELUTanh"),
        ["SiLU"] = new GatedEmitter("SiLU"),
        ["Mish"] = new GatedEmitter("Mish"),
        ["HardTanh"] = new ClampEmitter(-1, 1),
        ["ReLU6"] = new ClampEmitter(0, 6),
        ["HardSigmoid"] = new HardSigmoidEmitter(),
        ["HardSwish"] = new GatedEmitter("HardSwish"),
        ["Softsign"] = new SoftsignEmitter(),
        ["HardThreshold"] = new HardThresholdEmitter(),
    };

    public static ActivationEmitter Of(ActivateModel activate) => Table[activate.Activation];

    /// <summary>The formula of an activation, or of none.</summary>
    public static string Formula(ActivateModel? activate, string z) => activate is null ? z : Of(activate).Formula(z);

    /// <summary>An activation of one number, or none, for devices.</summary>
    public static string Scalar(ActivateModel? activate, string z) => activate is null ? z : Of(activate).Scalar(z, activate);

    /// <summary>What a kernel is given for an activation, or for none.</summary>
    public static string Struct(ActivateModel? activate) => activate is null ? "default(IdentityActivation)" : Of(activate).Struct(activate);
}
