using System;
using NetGen.Runtime.Tests.Reference;

namespace NetGen.Runtime.Tests.Evaluation;

/// <summary>A network without a loss that predicts rows in the order of a list.</summary>
internal sealed class Direct(double[] predictions, int size) : INetwork<double>
{
    private int next;

    public NetworkDescription Description { get; } = Nets.Chain(size, null, Nets.Activate(Activation.Identity));

    public ParameterLayout Layout => throw new NotSupportedException();

    public ulong Seed => 0;

    public Span<double> Parameters => [];

    public Workspace<double> CreateWorkspace(int rows) => new(perRow: 0, shared: 0, rows);

    public void Forward(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        predictions.AsSpan(next, outputs.Length).CopyTo(outputs);
        next += outputs.Length;
    }

    public double Cost(in Batch<double> batch, Workspace<double> workspace) => throw new NotSupportedException();

    public void Forward(in Batch<double> batch, Span<double> outputs, Workspace<double> workspace) => throw new NotSupportedException();

    public void Backward(in Batch<double> batch, ReadOnlySpan<double> outputGradient, Span<double> gradient, Workspace<double> workspace, Span<double> inputGradient = default) =>
        throw new NotSupportedException();

    public double Gradient(in Batch<double> batch, Span<double> gradient, Workspace<double> workspace, Span<double> inputGradient = default) => throw new NotSupportedException();
}
