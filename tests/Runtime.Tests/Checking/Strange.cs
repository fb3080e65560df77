using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>A layer that the reference does not know.</summary>
internal sealed record StrangeDescription() : LayerDescription("Strange1", [0])
{
    public override string Summary => "Strange";

    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) => inputs[0];
}

/// <summary>A network that does nothing wrong; only, the reference has no answer to it.</summary>
internal sealed class Strange : INetwork<float>
{
    public bool WithoutWorkspaces { get; init; }

    public NetworkDescription Description { get; } = new("Strange", [2], [new StrangeDescription()]);

    public ParameterLayout Layout { get; } = new(0);

    public ulong Seed => 0;

    public Span<float> Parameters => [];

    public Workspace<float> CreateWorkspace(int rows) => WithoutWorkspaces ? throw new NotSupportedException() : new(0, 0, rows);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => inputs.CopyTo(outputs);

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace) => batch.Inputs.CopyTo(outputs);

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        outputGradient.CopyTo(inputGradient);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) => throw new InvalidOperationException();

    public float Cost(in Batch<float> batch, Workspace<float> workspace) => throw new InvalidOperationException();
}
