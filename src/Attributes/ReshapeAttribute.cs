using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>Gives the same elements, in row-major order, another shape. Costs nothing: no element moves.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class ReshapeAttribute : LayerAttribute
{
    /// <summary>Declares a reshape.</summary>
    /// <param name="shape">The new size of every axis; each at least 1, their product the number of elements.</param>
    public ReshapeAttribute(params int[] shape) => Shape = shape;

    /// <summary>The new size of every axis.</summary>
    public int[] Shape { get; }
}
