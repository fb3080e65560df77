using System;
using System.Collections.Generic;

namespace NetGen.Oracle;

/// <summary>A network that notes the cost of every training step.</summary>
public sealed class CostRecording<T>(INetwork<T> inner) : INetwork<T>
    where T : unmanaged
{
    public List<T> Costs { get; } = [];

    public NetworkDescription Description => inner.Description;

    public ParameterLayout Layout => inner.Layout;

    public ulong Seed => inner.Seed;

    public Span<T> Parameters => inner.Parameters;

    public Workspace<T> CreateWorkspace(int rows) => inner.CreateWorkspace(rows);

    public void Forward(ReadOnlySpan<T> inputs, Span<T> outputs) => inner.Forward(inputs, outputs);

    public void Forward(in Batch<T> batch, Span<T> outputs, Workspace<T> workspace) => inner.Forward(batch, outputs, workspace);

    public void Backward(in Batch<T> batch, ReadOnlySpan<T> outputGradient, Span<T> gradient, Workspace<T> workspace, Span<T> inputGradient = default) =>
        inner.Backward(batch, outputGradient, gradient, workspace, inputGradient);

    public T Gradient(in Batch<T> batch, Span<T> gradient, Workspace<T> workspace, Span<T> inputGradient = default)
    {
        T cost = inner.Gradient(batch, gradient, workspace, inputGradient);
        Costs.Add(cost);
        return cost;
    }

    public T Cost(in Batch<T> batch, Workspace<T> workspace) => inner.Cost(batch, workspace);
}
