using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// The greatest element of every channel: [channels, …] becomes [channels] with y[c] = max x[c, …]. The first of equal
/// maxima takes the gradient, and a channel with a NaN gives NaN. As PyTorch's AdaptiveMaxPool to 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class GlobalMaxPoolAttribute : LayerAttribute;
