namespace NetGen.Comparison.Contestants;

/// <summary>A network as its user calls it. As a struct it costs nothing: a user has the class and no interface in between.</summary>
internal interface ICallable
{
    /// <summary>The network.</summary>
    INetwork<float> Network { get; }

    /// <summary>Predicts.</summary>
    void Forward(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The cost and its gradient.</summary>
    float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace);
}

/// <summary>A network that streams, as its user calls it.</summary>
internal interface IStepCallable
{
    /// <summary>The network.</summary>
    IStreamingNetwork<float> Network { get; }

    /// <summary>Takes the next step.</summary>
    void Step(ReadOnlySpan<float> input, Span<float> state, Span<float> output);
}

/// <summary>Any network, through its interface.</summary>
internal readonly struct AnyCallable(INetwork<float> network) : ICallable
{
    public INetwork<float> Network => network;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Forward(inputs, outputs);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace) => network.Gradient(batch, gradient, workspace);
}

/// <inheritdoc cref="Comparison.W1"/>
internal readonly struct W1Callable(W1 network) : ICallable
{
    public INetwork<float> Network => network;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Forward(inputs, outputs);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace) => network.Gradient(batch, gradient, workspace);
}

/// <inheritdoc cref="Comparison.W2"/>
internal readonly struct W2Callable(W2 network) : ICallable
{
    public INetwork<float> Network => network;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Forward(inputs, outputs);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace) => network.Gradient(batch, gradient, workspace);
}

/// <inheritdoc cref="Comparison.W3"/>
internal readonly struct W3Callable(W3 network) : ICallable
{
    public INetwork<float> Network => network;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Forward(inputs, outputs);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace) => network.Gradient(batch, gradient, workspace);
}

/// <inheritdoc cref="Comparison.W4"/>
internal readonly struct W4Callable(W4 network) : ICallable
{
    public INetwork<float> Network => network;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Forward(inputs, outputs);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace) => network.Gradient(batch, gradient, workspace);
}

/// <inheritdoc cref="Comparison.W5"/>
internal readonly struct W5Callable(W5 network) : ICallable
{
    public INetwork<float> Network => network;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Forward(inputs, outputs);

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace) => network.Gradient(batch, gradient, workspace);
}

/// <inheritdoc cref="Comparison.W6Units8"/>
internal readonly struct W6Units8Callable(W6Units8 network) : IStepCallable
{
    public IStreamingNetwork<float> Network => network;

    public void Step(ReadOnlySpan<float> input, Span<float> state, Span<float> output) => network.Step(input, state, output);
}

/// <inheritdoc cref="Comparison.W6Units32"/>
internal readonly struct W6Units32Callable(W6Units32 network) : IStepCallable
{
    public IStreamingNetwork<float> Network => network;

    public void Step(ReadOnlySpan<float> input, Span<float> state, Span<float> output) => network.Step(input, state, output);
}

/// <inheritdoc cref="Comparison.W6Units64"/>
internal readonly struct W6Units64Callable(W6Units64 network) : IStepCallable
{
    public IStreamingNetwork<float> Network => network;

    public void Step(ReadOnlySpan<float> input, Span<float> state, Span<float> output) => network.Step(input, state, output);
}
