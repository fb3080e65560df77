using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.PassWriter;

namespace NetGen.Generator;

/// <summary>Writes the class that adds up what weights cost: one call for each penalized tensor, of kernels that know the vector forms.</summary>
internal sealed class PenaltyEmitter(CodeWriter code, NetworkPlan plan)
{
    private static readonly Parameter[] Common = [new("ref double", "cost"), new("ref float", "parameters")];

    private static readonly Parameter Workers = new("Workers?", "workers");

    /// <summary>Whether there is anything to write.</summary>
    public bool IsAny => plan.Penalized.Any();

    public void Write()
    {
        code.Comment("What weights cost.");
        using (code.Block("file static class Penalties"))
        {
            var sections = new SectionsEmitter(code);
            sections.Write(new DriverSignature("void", "Gradient", [.. Common, new("ref float", "gradient"), Workers]), Steps((tensor, penalty, at) =>
                $"Gradient({at}, ref {At("gradient", tensor.Offset)}, {Factors(penalty)}, proximal: {Text.Truth(penalty.Proximal)}, workers)"));
            code.Line();
            sections.Write(new DriverSignature("void", "Cost", [.. Common, Workers]), Steps((tensor, penalty, at) => $"Cost({at}, {Factors(penalty)}, workers)"));
        }
    }

    private IEnumerable<PassStep> Steps(System.Func<PlacedParameter, PenaltyModel, string, string> call) => plan.Penalized.Select(penalized => new PassStep(new MethodCost(Locals: 1, Operations: 2), () =>
    {
        (PlacedParameter tensor, PenaltyModel penalty) = penalized;
        code.Comment($"{tensor.Layer}.{tensor.Parameter.Name} {tensor.Parameter.Shape}: {Formula(penalty)}");
        code.Line($"cost += PenaltyKernels.{call(tensor, penalty, $"{Text.Number((long)Padding.Of(tensor.Parameter))}, ref {At("parameters", tensor.Offset)}")};");
    }));

    private static string Factors(PenaltyModel penalty) => $"{FloatLiteral.Of(penalty.Lambda1)}, {FloatLiteral.Of(penalty.Lambda2)}";

    private static string Formula(PenaltyModel penalty) => string.Join(" + ", new[]
    {
        penalty.L2 > 0 ? $"{Text.Number(penalty.Lambda2)}/2·‖W‖²" : "", penalty.L1 > 0 ? $"{Text.Number(penalty.Lambda1)}·Σ|w|" : "",
    }.Where(term => term.Length > 0));
}
