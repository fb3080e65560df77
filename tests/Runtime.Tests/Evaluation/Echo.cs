using System;
using NetGen.Runtime.Tests.Reference;

namespace NetGen.Runtime.Tests.Evaluation;

/// <summary>A network that gives its input back and allocates nothing.</summary>
internal sealed class Echo(int size) : INetwork<float>
{
    public NetworkDescription Description { get; } = Nets.Chain(size, Loss.MeanSquaredError, Nets.Activate(Activation.Identity));

    public ParameterLayout Layout => throw new NotSupportedException();

    public ulong Seed => 0;

    public Span<float> Parameters => [];

    public Workspace<float> CreateWorkspace(int rows) => new(perRow: 0, shared: 0, rows);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => inputs.CopyTo(outputs);

    public float Cost(in Batch<float> batch, Workspace<float> workspace) => 1;

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace) => throw new NotSupportedException();

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        throw new NotSupportedException();

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) => throw new NotSupportedException();
}
