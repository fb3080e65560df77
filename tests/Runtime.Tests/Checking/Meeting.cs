using System;
using System.Collections.Concurrent;
using System.Threading;
using NetGen.Reference;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>A network that notes on which threads it predicts; those but the first wait until four have come.</summary>
internal sealed class Meeting : INetwork<float>
{
    private const int Expected = 4;

    private readonly ReferenceNetwork<float> inner = new(Descriptions.All[4]);
    private readonly int first = Environment.CurrentManagedThreadId;
    private readonly ConcurrentDictionary<int, bool> threads = [];
    private readonly CountdownEvent arrivals = new(Expected);

    public bool Throws { get; init; }

    public int Threads => threads.Count;

    public bool Met => arrivals.IsSet;

    public NetworkDescription Description => inner.Description;

    public ParameterLayout Layout => inner.Layout;

    public ulong Seed => inner.Seed;

    public Span<float> Parameters => inner.Parameters;

    public Workspace<float> CreateWorkspace(int rows) => inner.CreateWorkspace(rows);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int thread = Environment.CurrentManagedThreadId;
        if (thread != first && threads.TryAdd(thread, true))
        {
            if (Throws)
            {
                throw new InvalidCastException("on another thread");
            }

            arrivals.Signal();
            arrivals.Wait(TimeSpan.FromSeconds(10));
        }

        inner.Forward(inputs, outputs);
    }

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace) => inner.Forward(batch, outputs, workspace);

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        inner.Backward(batch, outputGradient, gradient, workspace, inputGradient);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default) =>
        inner.Gradient(batch, gradient, workspace, inputGradient);

    public float Cost(in Batch<float> batch, Workspace<float> workspace) => inner.Cost(batch, workspace);
}
