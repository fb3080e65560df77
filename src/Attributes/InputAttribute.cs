using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Declares the shape of one example. <c>[Input(784)]</c> is a vector, <c>[Input(28, 28)]</c> an image of 28 rows;
/// elements lie in row-major order.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class InputAttribute : Attribute
{
    /// <summary>Declares the shape of one example.</summary>
    /// <param name="shape">The size of every axis; each at least 1.</param>
    public InputAttribute(params int[] shape) => Shape = shape;

    /// <summary>The size of every axis.</summary>
    public int[] Shape { get; }

    /// <summary>The name by which layers refer to the input in <c>From</c>. Default <c>"input"</c>.</summary>
    public string? Name { get; set; }
}
