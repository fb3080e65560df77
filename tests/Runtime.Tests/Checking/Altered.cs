using System;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>A network whose gradient is changed on its way out.</summary>
internal sealed class Altered<T>(INetwork<T> inner, Action<T[]> change) : INetwork<T>
    where T : unmanaged
{
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
        T[] altered = new T[gradient.Length];
        T cost = inner.Gradient(batch, altered, workspace, inputGradient);
        change(altered);
        altered.CopyTo(gradient);
        return cost;
    }

    public T Cost(in Batch<T> batch, Workspace<T> workspace) => inner.Cost(batch, workspace);
}
