using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>Makes a vector of an input of several axes, in row-major order. Costs nothing: no element moves.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class FlattenAttribute : LayerAttribute
{
}
