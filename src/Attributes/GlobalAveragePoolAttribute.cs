using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// The mean of every channel: [channels, …] becomes [channels] with y[c] = 1/n·Σ x[c, …] over its n elements (Lin, Chen
/// and Yan, Network in Network, 2014). As PyTorch's AdaptiveAvgPool to 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class GlobalAveragePoolAttribute : LayerAttribute;
