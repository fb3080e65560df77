using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// A driver as it is declared and called: once where the vector form is chosen, and once in every form; or a pass that
/// drivers run. What a network has no use for, its drivers do not take.
/// </summary>
internal sealed record DriverSignature(string Returns, string Name, IReadOnlyList<Parameter> Parameters)
{
    private static readonly Parameter[] Common = [new("int", "rows"), Float("parameters"), Float("inputs")];

    private static readonly Parameter[] Gradients = [Float("gradient"), Float("memory"), Float("inputGradient"), new("bool", "wantsInput")];

    /// <summary>The threads that share the work on a batch.</summary>
    private static readonly Parameter Workers = new("Workers?", "workers");

    public string Declaration => $"public static {Returns} {Name}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})";

    /// <summary>The call from a method whose parameters have the same names.</summary>
    public string Call => $"{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Argument))})";

    public static DriverSignature Forward(NetworkPlan plan) => new("void", "Forward", [.. Common, Float("outputs"), Float("memory"), .. Seeds(plan), Workers]);

    public static DriverSignature Backward(NetworkPlan plan) => new("void", "Backward", [.. Common, Float("outputGradient"), .. Gradients, .. Seeds(plan), Workers]);

    public static DriverSignature Gradient(NetworkPlan plan) =>
        new("double", "Gradient", [.. Common, .. Expected(plan), .. Gradients, new("float", "scale"), .. Seeds(plan), Workers]);

    public static DriverSignature Cost(NetworkPlan plan) => new("double", "Cost", [.. Common, .. Expected(plan), Float("memory"), Workers]);

    public static DriverSignature PredictRow() => new("void", "Predict", [Float("parameters"), Float("inputs"), Float("outputs"), Float("work")]);

    public static DriverSignature PredictRows() => new("void", "PredictRows", [.. Common, Float("outputs"), Float("work")]);

    /// <summary>One step of a stream.</summary>
    /// <param name="batch">Whether it is written as a batch of one row.</param>
    public static DriverSignature Step(bool batch) =>
        new("void", "Step", [.. batch ? [new Parameter("int", "rows")] : Enumerable.Empty<Parameter>(), Float("parameters"), Float("inputs"), Float("state"), Float("outputs"), Float("work")]);

    public static DriverSignature TrainForward(NetworkPlan plan) =>
        new("void", "TrainForward", [.. Common, Float("work"), .. plan.Drops || plan.Couples ? [new Parameter("bool", "training")] : Enumerable.Empty<Parameter>(), .. Seeds(plan), Workers]);

    public static DriverSignature TrainBackward(NetworkPlan plan) => new(
        "void", "TrainBackward",
        [new("int", "rows"), .. plan.RereadsParameters ? [Float("parameters")] : Enumerable.Empty<Parameter>(), Float("inputs"), Float("work"), Float("transposed"), Float("gradient"), Float("inputGradient"), new("bool", "wantsInput"), .. Seeds(plan), Workers]);

    public static DriverSignature Transpose() => new("void", "Transpose", [Float("parameters"), Float("memory"), new("bool", "wantsInput"), Workers]);

    /// <summary>What the outputs are compared with, and what each row counts.</summary>
    private static Parameter[] Expected(NetworkPlan plan) =>
    [
        Float("targets"),
        .. LossEmitters.TakesLabels(plan) ? [new("ref int", "labels"), new("bool", "labelled")] : Enumerable.Empty<Parameter>(),
        Float("weights"),
        new("bool", "weighted"),
    ];

    private static Parameter[] Seeds(NetworkPlan plan) => plan.Drops ? [new("ulong", "seed"), new("long", "step")] : [];

    private static Parameter Float(string name) => new("ref float", name);
}

/// <summary>A parameter of a method.</summary>
internal sealed record Parameter(string Type, string Name)
{
    public string Argument => Type.StartsWith("ref ", System.StringComparison.Ordinal) ? $"ref {Name}" : Name;
}
