using System;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>A network that calls its first tensor by another name.</summary>
internal sealed class Misplaced(INetwork<float> inner) : INetwork<float>
{
    public NetworkDescription Description => inner.Description;

    public ParameterLayout Layout { get; } = new(
        inner.Layout.Length, [ParameterTensor.InPanels("Dense1.W", 1, 4, 5, 0), .. inner.Layout.Tensors[1..]]);

    public ulong Seed => inner.Seed;

    public Span<float> Parameters => inner.Parameters;

    public Workspace<float> CreateWorkspace(int rows) => inner.CreateWorkspace(rows);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => inner.Forward(inputs, outputs);

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace) => inner.Forward(batch, outputs, workspace);

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        inner.Backward(batch, outputGradient, gradient, workspace, inputGradient);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        inner.Gradient(batch, gradient, workspace, inputGradient);

    public float Cost(in Batch<float> batch, Workspace<float> workspace) => inner.Cost(batch, workspace);
}
