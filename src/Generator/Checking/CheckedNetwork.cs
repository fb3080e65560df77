namespace NetGen.Generator;

/// <summary>What checking a declaration gives: a network that is right, or what is wrong with it.</summary>
/// <param name="Network">The network, or null where anything is wrong with it on the CPU.</param>
/// <param name="Stub">The public members of a wrong network; null for a right one and where none can be added.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record CheckedNetwork(NetworkModel? Network, StubModel? Stub, EquatableArray<DiagnosticModel> Diagnostics);

/// <summary>What a wrong network still shows, so that one mistake stays one message.</summary>
/// <param name="Type">The class.</param>
/// <param name="Seed">The default of its constructor's argument.</param>
/// <param name="Learning">The layers with parameters that can be properties.</param>
/// <param name="Inputs">The names of several inputs.</param>
/// <param name="Outputs">The names of several outputs.</param>
/// <param name="Streaming">Whether it is to work step by step.</param>
/// <param name="Gpu">Whether it is to be compiled for GPUs, beside ILGPU.</param>
internal sealed record StubModel(TypeModel Type, ulong Seed, EquatableArray<StubProperty> Learning, EquatableArray<string> Inputs, EquatableArray<string> Outputs, bool Streaming, bool Gpu);

/// <summary>The property of a layer with parameters.</summary>
internal sealed record StubProperty(string Name, string ParametersType);
