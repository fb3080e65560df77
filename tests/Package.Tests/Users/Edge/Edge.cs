using System;
using System.Runtime.InteropServices;
using NetGen;

namespace Users;

/// <summary>A network whose sizes are no multiple of a vector.</summary>
[Network]
[Input(21)]
[Dense(37, Activation.ReLU)]
[Dense(19, Activation.LeakyReLU)]
[Dense(3)]
public sealed partial class Edge
{
    /// <summary>The emitted core, which needs no runtime: no object, no allocation.</summary>
    [UnmanagedCallersOnly(EntryPoint = "edge_predict")]
    public static unsafe void Predict(float* parameters, int length, float* inputs, float* outputs) =>
        Forward(new ReadOnlySpan<float>(parameters, length), new ReadOnlySpan<float>(inputs, InputSize), new Span<float>(outputs, OutputSize));
}
