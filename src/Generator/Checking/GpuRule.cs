using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>A network for GPUs stands beside ILGPU, and has only what is compiled for GPUs.</summary>
internal static class GpuRule
{
    private const string Compiled = "only Dense, Activate, PReLU, Dropout, BatchNorm, LayerNorm, RMSNorm, Add, Flatten and Reshape are";

    /// <summary>The first ILGPU that the emitted code is held to.</summary>
    private static readonly Version oldest = new(1, 5, 3);

    public static void Check(DeclarationModel declaration, Shape input, EquatableArray<LayerModel> layers, NameTable names, Faults faults)
    {
        if (!declaration.Gpu)
        {
            return;
        }

        CheckIlgpu(declaration, faults);
        CheckParts(declaration, input, faults);
        foreach (PenaltyDeclaration penalty in declaration.Penalties.Where(penalty => penalty is { IsReadable: true, Proximal: true, L1: not 0 }))
        {
            faults.Report(
                Descriptors.NetworkCannotRunOnGpu, penalty.Attribute, penalty.Title, "Proximal leaves L1 to a step of its own, which no GPU takes",
                "Remove Proximal, so that L1 is part of the gradient");
        }

        for (int index = 0; index < layers.Count; index++)
        {
            if (Mistake(layers[index], declaration.Layers[index]) is var (why, remedy))
            {
                faults.ReportLayer(Descriptors.LayerCannotRunOnGpu, declaration.Layers[index], why, remedy);
            }
        }

        if (input.IsKnown && IsInput(names.Outputs, declaration, layers))
        {
            faults.Report(
                Descriptors.NetworkCannotRunOnGpu, declaration.Network, $"`{declaration.Class.Name}`", "its output is its input, so there is nothing to compute",
                "Add a layer that computes, such as [Dense(10)]");
        }
    }

    /// <summary>Whether a network is to be compiled for GPUs, and the compilation knows what that takes.</summary>
    public static bool StandsBesideIlgpu(DeclarationModel declaration) => declaration.Gpu && declaration.Ilgpu is { } known && known >= oldest;

    private static void CheckIlgpu(DeclarationModel declaration, Faults faults)
    {
        if (!StandsBesideIlgpu(declaration))
        {
            faults.Report(
                Descriptors.GpuNeedsIlgpu, declaration.Network, declaration.Class.Name, oldest.ToString(),
                declaration.Ilgpu is { } old ? $"references ILGPU {old.ToString(fieldCount: 3)}" : "does not reference it");
        }
    }

    /// <summary>One input and one loss; of several, the second is one too many.</summary>
    private static void CheckParts(DeclarationModel declaration, Shape input, Faults faults)
    {
        if (declaration.Parts.Skip(1).FirstOrDefault() is { } part)
        {
            faults.Report(
                Descriptors.NetworkCannotRunOnGpu, part.Attribute, part.Title, $"`{declaration.Class.Name}` has {Text.Number(declaration.Parts.Count())} inputs, and on a GPU a network has one",
                $"Make them one [Input({(input.IsKnown ? Text.Number(input.Elements) : "n")})], their numbers side by side");
        }

        if (declaration.Losses.Skip(1).FirstOrDefault(other => other.Loss is not null) is { } loss)
        {
            faults.Report(
                Descriptors.NetworkCannotRunOnGpu, loss.Attribute, loss.Title, $"`{declaration.Class.Name}` has {Text.Number(declaration.Losses.Count)} losses, and on a GPU a network has one",
                "Keep one of them");
        }
    }

    /// <summary>Why a layer is not compiled for GPUs, and what to do; null where it is.</summary>
    private static (string Why, string Remedy)? Mistake(LayerModel layer, LayerDeclaration declared) => layer switch
    {
        PerStepDenseModel => ("with PerStep it takes a sequence, and on a GPU it takes a vector", "Remove PerStep, and put [Flatten] before it"),
        BatchNormModel { Output.Rank: > 1 } => ($"its input is {layer.Output}, and on a GPU it takes a vector", "Put [Flatten] before it, which makes a channel of every element, or use [LayerNorm]"),
        PReLUModel { PerChannel: true, Output.Rank: > 1 } => ($"its input is {layer.Output}, and on a GPU it takes a vector where every channel has a slope", "Put [Flatten] before it, or remove PerChannel"),
        InputModel => null,
        DenseModel or ActivateModel or DropoutModel or BatchNormModel or RowNormModel or PReLUModel or AddModel or FlattenModel or ReshapeModel => layer.Shares is null ? null
            : ($"it shares the parameters of {Text.Quote(declared.Share!)}, and on a GPU every layer has its own", "Remove Share"),
        _ => (Compiled, "Use these instead"),
    };

    /// <summary>Whether the output of a network is its input's memory; where a mistake hides what it is, it is not said.</summary>
    private static bool IsInput(EquatableArray<int> outputs, DeclarationModel declaration, EquatableArray<LayerModel> layers)
    {
        if (layers.Count == 0 || outputs.Count > 1 || declaration.HasParts || declaration.Layers.Any(layer => layer is UnreadableDeclaration))
        {
            return false;
        }

        int node = outputs[0];
        while (node > 0 && layers[node - 1].IsView(training: false))
        {
            node = layers[node - 1].Inputs[0];
        }

        return node == 0;
    }
}
