using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NetGen.Generated.Tests.Support;

/// <summary>What a user writes above a class, as data: it knows its text and the description it should lead to.</summary>
internal sealed record NetworkDeclaration(
    string Name, ImmutableArray<int> Input, ImmutableArray<LayerDeclaration> Layers,
    Loss? Loss = null, Reduction Reduction = Reduction.Mean, ulong Seed = 0)
{
    public const string InputName = "input";

    /// <summary>What is set on the one loss.</summary>
    public LossOptions Options { get; init; } = LossOptions.None;

    /// <summary>Several losses; where there are any, <see cref="Loss"/> is none.</summary>
    public ImmutableArray<HeadDeclaration> Heads { get; init; } = [];

    public ImmutableArray<PenaltyDeclaration> Penalties { get; init; } = [];

    public static NetworkDeclaration Of(string name, int[] input, params LayerDeclaration[] layers) => new(name, [.. input], [.. layers]);

    /// <summary>A network of several inputs.</summary>
    public static NetworkDeclaration OfParts(string name, params LayerDeclaration[] layers)
    {
        int offset = 0;
        var placed = ImmutableArray.CreateBuilder<LayerDeclaration>();
        foreach (LayerDeclaration layer in layers)
        {
            placed.Add(layer is Part part ? part with { Offset = offset } : layer);
            offset += layer is Part { Elements: int elements } ? elements : 0;
        }

        return new(name, [offset], placed.ToImmutable());
    }

    /// <summary>Whether it also works step by step.</summary>
    public bool Streaming { get; init; }

    /// <summary>Whether it is compiled for GPUs too.</summary>
    public bool Gpu { get; init; }

    public NetworkDeclaration With(Loss loss, Reduction reduction = Reduction.Mean, LossOptions? options = null) =>
        this with { Loss = loss, Reduction = reduction, Options = options ?? LossOptions.None };

    /// <summary>The same with several losses.</summary>
    public NetworkDeclaration With(Reduction reduction, params HeadDeclaration[] heads) => this with { Heads = [.. heads], Reduction = reduction };

    /// <summary>The same with penalties.</summary>
    public NetworkDeclaration With(params PenaltyDeclaration[] penalties) => this with { Penalties = [.. penalties] };

    public override string ToString()
    {
        var text = new StringBuilder();
        string[] settings = [.. Seed == 0 ? [] : (string[])[$"Seed = {Seed}"], .. Streaming ? (string[])["Streaming = true"] : [], .. Gpu ? (string[])["Gpu = true"] : []];
        text.Append(settings is [] ? "[Network]\n" : $"[Network({string.Join(", ", settings)})]\n");
        text.Append(Layers.OfType<Part>().Any() ? "" : $"[Input({string.Join(", ", Input)})]\n");
        foreach (LayerDeclaration layer in Layers)
        {
            text.Append($"{layer.Text}\n");
        }

        if (Loss is Loss loss)
        {
            text.Append($"[Loss(Loss.{loss}{(Reduction == Reduction.Mean ? "" : $", Reduction = Reduction.{Reduction}")}{Options.Text})]\n");
        }

        foreach (HeadDeclaration head in Heads)
        {
            text.Append($"[Loss(Loss.{head.Loss}, From = \"{head.From}\"{(head.Weight == 1 ? "" : $", Weight = {head.Weight.ToString("R", CultureInfo.InvariantCulture)}")}{(Reduction == Reduction.Mean ? "" : $", Reduction = Reduction.{Reduction}")}{head.Options.Text})]\n");
        }

        foreach (PenaltyDeclaration penalty in Penalties)
        {
            text.Append($"{penalty.Text}\n");
        }

        text.Append($"public sealed partial class {Name};\n");
        return text.Append(string.Concat(Layers.OfType<Block>().Select(block => block.Declaration))).ToString();
    }

    /// <summary>The description that the declaration should compile to.</summary>
    /// <exception cref="ArgumentException">The layers do not fit together.</exception>
    public NetworkDescription Describe()
    {
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal) { [InputName] = 0 };
        var layers = ImmutableArray.CreateBuilder<LayerDescription>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int Node(string name) => nodes.TryGetValue(name, out int node) ? node : throw new ArgumentException($"No layer above is named {name}.");

        foreach (LayerDeclaration layer in Layers)
        {
            counts[layer.Kind] = counts.GetValueOrDefault(layer.Kind) + 1;
            string name = layer.Name ?? $"{layer.Kind}{counts[layer.Kind].ToString(CultureInfo.InvariantCulture)}";
            int from = layer.From is null ? layers.Count : Node(layer.From);
            LayerDescription[] described = [.. layer.Describe(name, from, layers.Count + 1, Node)];
            int? shares = layer.Share is null ? null : 1 + layers.ToList().FindIndex(other => other.Name == layer.Share);
            described[0] = described[0] with { Shares = shares is { } node ? layers[node - 1].Shares ?? node : null };
            layers.AddRange(described);
            if (!nodes.TryAdd(name, layers.Count))
            {
                throw new ArgumentException($"Two layers are named {name}.");
            }
        }

        int Learning(string name) => layers.FirstOrDefault(layer => layer.Name == name) is { } found ? layers.IndexOf(found) + 1 : throw new ArgumentException($"No layer is named {name}.");
        ImmutableArray<PenaltyDescription> penalties =
            [.. Penalties.Select(penalty => new PenaltyDescription(penalty.L1, penalty.L2, penalty.From is null ? null : Learning(penalty.From), penalty.Biases, penalty.Proximal, penalty.Examples))];
        return Heads.IsEmpty
            ? new NetworkDescription(Name, Input, layers.ToImmutable(), Loss is Loss loss ? [Options.Describe(loss, layers.Count)] : [], Reduction) { Penalties = penalties }
            : new NetworkDescription(Name, Input, layers.ToImmutable(), [.. Heads.Select(head => head.Options.Describe(head.Loss, Node(head.From), head.Weight))], Reduction) { Penalties = penalties };
    }

    /// <summary>Whether this is a network that the generator takes.</summary>
    public bool IsValid => Validity.Of(this) is null;
}

/// <summary>One of several losses.</summary>
internal sealed record HeadDeclaration(Loss Loss, string From, double Weight = 1)
{
    public LossOptions Options { get; init; } = LossOptions.None;
}
