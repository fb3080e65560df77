namespace NetGen.Generator;

/// <summary>What a step does of an operation, or with the network's output.</summary>
internal enum GpuPass
{
    /// <summary>The output of an operation, from its inputs.</summary>
    Forward,

    /// <summary>The output of the network, to the caller.</summary>
    Output,

    /// <summary>The cost, and the gradient of the output.</summary>
    Loss,

    /// <summary>The gradient before the activation that is fused into an operation, from that behind it.</summary>
    Activation,

    /// <summary>The gradients of what an operation learned that is no matrix.</summary>
    ParameterGradient,

    /// <summary>The gradients of an operation's inputs.</summary>
    InputGradient,
}
