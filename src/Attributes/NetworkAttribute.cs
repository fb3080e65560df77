using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Marks a partial class as a neural network. The layer attributes that stand beside this one on the same
/// declaration are the network, in source order; NetGen checks their shapes while you type and compiles them when
/// you build. Where <see cref="NetworkAttribute"/>, <see cref="InputAttribute"/> and <see cref="LossAttribute"/> stand
/// among them does not matter.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// The seed that the generated constructor takes when its caller gives none. Initial parameters and dropout
    /// masks follow from it. Default 0.
    /// </summary>
    public ulong Seed { get; set; }

    /// <summary>
    /// Whether the network also streams: whether it is given a method <c>Step</c>, which takes one step of a sequence
    /// after another and keeps what it needs of those before in a state of the caller's. Its input is a sequence
    /// [steps, features] that recurrent layers read, [channels, length] that causal convolutions read, or [steps] of
    /// symbols that embeddings read, and no layer looks across time in another way. Default false.
    /// </summary>
    public bool Streaming { get; set; }

    /// <summary>
    /// Whether the network is also compiled for GPUs: whether it is given a nested class <c>Gpu</c>, which predicts and
    /// trains it in batches on an accelerator of the library ILGPU. The project references ILGPU 1.5.3 or later beside
    /// NetGen. Compiled so are networks of one input, at most one loss, and the layers Dense of a vector, Activate,
    /// PReLU, Dropout, BatchNorm of a vector, LayerNorm, RMSNorm, Add, Flatten and Reshape, each with parameters of its own;
    /// penalties too, but for Proximal. Whatever else stands above the class gives an error, and the network still runs
    /// on the CPU as it does without this setting. Default false.
    /// </summary>
    public bool Gpu { get; set; }
}
