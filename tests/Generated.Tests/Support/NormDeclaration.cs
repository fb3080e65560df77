using System;
using System.Collections.Generic;

namespace NetGen.Generated.Tests.Support;

/// <summary>What the normalizations of each example have in common.</summary>
internal abstract record RowNorm : LayerDeclaration
{
    public int Axes { get; init; } = 1;

    public bool Affine { get; init; } = true;

    public double Epsilon { get; init; } = 1e-5;

    protected override IEnumerable<string> Arguments()
    {
        if (Axes != 1)
        {
            yield return $"Axes = {Axes}";
        }

        if (!Affine)
        {
            yield return "Affine = false";
        }

        if (Epsilon != 1e-5)
        {
            yield return $"Epsilon = {Number(Epsilon)}";
        }
    }
}

internal sealed record LayerNorm : RowNorm
{
    public override string Kind => "LayerNorm";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new LayerNormDescription(name, [from], Axes, Affine, Epsilon)];
}

internal sealed record RMSNorm : RowNorm
{
    public override string Kind => "RMSNorm";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new RMSNormDescription(name, [from], Axes, Affine, Epsilon)];
}

internal sealed record BatchNorm : LayerDeclaration
{
    public bool Affine { get; init; } = true;

    public double Epsilon { get; init; } = 1e-5;

    public double Momentum { get; init; } = 0.1;

    public override string Kind => "BatchNorm";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new BatchNormDescription(name, [from], Affine, Epsilon, Momentum)];

    protected override IEnumerable<string> Arguments()
    {
        if (!Affine)
        {
            yield return "Affine = false";
        }

        if (Epsilon != 1e-5)
        {
            yield return $"Epsilon = {Number(Epsilon)}";
        }

        if (Momentum != 0.1)
        {
            yield return $"Momentum = {Number(Momentum)}";
        }
    }
}
