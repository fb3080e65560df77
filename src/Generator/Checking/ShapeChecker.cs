using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Resolves the names of a network and computes the shape after every layer, or says why it cannot.</summary>
internal static class ShapeChecker
{
    public static CheckedNetwork Check(DeclarationModel declaration)
    {
        var faults = new Faults();
        var blocks = new Blocks(declaration.Blocks);
        if (declaration.Network is null)
        {
            if (declaration.Block is null)
            {
                LayersNeedNetwork(declaration, faults);
            }
            else
            {
                BlockChecker.Check(declaration, blocks, faults);
            }

            return new CheckedNetwork(null, null, faults.Found);
        }

        ClassRules.Check(declaration, faults);
        declaration = blocks.Expand(declaration, faults);
        var names = new NameTable(declaration, faults);
        Shape input = InputRule.Check(declaration, faults);
        EquatableArray<LayerModel> layers = CheckLayers(declaration, input, names, faults);
        EmbeddingSourceRule.Check(declaration, input, layers, faults);
        UseRule.Check(declaration, layers, names, faults);
        SoftmaxRule.Check(declaration, layers, names.Outputs, faults);
        LossRule.Check(declaration, layers, names, faults);
        HardThresholdRule.Check(declaration, layers, faults);
        EquatableArray<PenaltyModel> penalties = PenaltyRule.Check(declaration, layers, names, faults);
        BudgetRule.Check(declaration, input, layers, faults);
        StreamingRule.Check(declaration, input, layers, faults);

        // What keeps a network from GPUs keeps it from nothing else.
        var gpuFaults = new Faults();
        GpuRule.Check(declaration, input, layers, names, gpuFaults);
        EquatableArray<DiagnosticModel> found = faults.Found.Concat(gpuFaults.Found).ToEquatableArray();

        // What the compiler itself rejects is unknown here without a message of ours.
        bool isRight = !faults.HasErrors && declaration.Layers.All(layer => layer.Place is not { IsWrong: true }) && input.IsKnown && layers.All(layer => layer.Output.IsKnown) && declaration.Losses.All(loss => loss.Loss is not null) && declaration.Penalties.All(penalty => penalty.IsReadable);
        return isRight
            ? new CheckedNetwork(
                new NetworkModel(declaration.Type, declaration.Seed, input, layers, Losses(declaration, names))
                {
                    Streaming = declaration.Streaming,
                    Gpu = declaration.Gpu && !gpuFaults.HasErrors,
                    IsWrongForGpu = GpuRule.StandsBesideIlgpu(declaration) && gpuFaults.HasErrors,
                    Penalties = penalties,
                },
                null, found)
            : new CheckedNetwork(null, Stub(declaration, names, faults), found);
    }

    public static EquatableArray<LayerModel> CheckLayers(DeclarationModel declaration, Shape input, NameTable names, Faults faults)
    {
        var layers = new List<LayerModel>();
        for (int node = 1; node <= declaration.Layers.Count; node++)
        {
            EquatableArray<int> inputs = names.InputsOf(node, faults);
            var scope = new LayerScope(declaration, names, faults, node, inputs, inputs.Select(ShapeOf).ToEquatableArray());
            LayerDeclaration declared = declaration.Layers[node - 1];
            LayerModel layer = LayerRules.Check(declared, scope) with { ParametersType = declared.ParametersType };
            layer = ShareRule.Check(layer, declared, names.SharedBy(node, faults), layers, ShapeOf, scope);
            layers.Add(BudgetRule.Fit(layer, scope));
        }

        return layers.ToEquatableArray();

        Shape ShapeOf(int node) => node == 0 ? input : node == NameTable.Unknown ? Shape.Unknown : layers[node - 1].Output;
    }

    private static void LayersNeedNetwork(DeclarationModel declaration, Faults faults)
    {
        (int attribute, string kind) = Attributes(declaration).OrderBy(found => found.Attribute).First();
        bool isNoBlock = declaration.Input is not null || declaration.Losses.Count > 0 || declaration.Penalties.Count > 0;
        faults.Report(
            Descriptors.LayersNeedNetwork, attribute, declaration.Class.Name, kind, declaration.Input is null ? "[Network, Input(n)]" : "[Network]",
            isNoBlock ? "" : ", or [Layers] for a block that networks repeat");
    }

    private static IEnumerable<(int Attribute, string Kind)> Attributes(DeclarationModel declaration)
    {
        if (declaration.Input is { } input)
        {
            yield return (input.Attribute, NetworkAttributes.Input);
        }

        foreach (LossDeclaration loss in declaration.Losses)
        {
            yield return (loss.Attribute, NetworkAttributes.Loss);
        }

        foreach (PenaltyDeclaration penalty in declaration.Penalties)
        {
            yield return (penalty.Attribute, NetworkAttributes.Penalty);
        }

        foreach (LayerDeclaration layer in declaration.Layers)
        {
            yield return (layer.Attribute, layer.Kind);
        }
    }

    private static EquatableArray<LossModel> Losses(DeclarationModel declaration, NameTable names) =>
        declaration.Losses.Select((loss, index) => new LossModel(loss.Loss!.Name, loss.Reduction.Name, names.Outputs[index], loss.Weight) { Options = loss.Options }).ToEquatableArray();

    /// <summary>The names of parts that can have their members.</summary>
    private static EquatableArray<string> Members(IEnumerable<string?> parts, DeclarationModel declaration, NameTable names) =>
        parts.OfType<string>().Distinct().Where(part => Enumerable.Range(1, declaration.Layers.Count).Any(node => names.NameOf(node) == part && names.CanBeMember(node))).ToEquatableArray();

    private static StubModel? Stub(DeclarationModel declaration, NameTable names, Faults faults) =>
        declaration.Class.TakesMembers && !faults.Holds(Descriptors.MemberIsTaken) && GeneratedMembers.OwnerOf(declaration.Class.Name, declaration.Streaming, declaration.Gpu) is null
        ? new StubModel(declaration.Type, declaration.Seed, Enumerable.Range(1, declaration.Layers.Count)
            .Where(node => declaration.Layers[node - 1].Learns && names.CanBeMember(node))
            .GroupBy(names.NameOf, (name, nodes) => new StubProperty(name, declaration.Layers[nodes.First() - 1].ParametersType!)).ToEquatableArray(),
            Members(declaration.Parts.Select(part => part.Name), declaration, names),
            Members(declaration.Outputs, declaration, names), declaration.Streaming, GpuRule.StandsBesideIlgpu(declaration))
        : null;
}
