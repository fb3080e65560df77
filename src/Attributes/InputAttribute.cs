using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Declares the shape of one example. <c>[Input(784)]</c> is a vector, <c>[Input(28, 28)]</c> an image of 28 rows;
/// elements lie in row-major order.
/// </summary>
/// <remarks>
/// Several inputs, each with a <see cref="Name"/>, are parts of one row, one after another in the order of declaration.
/// Each is read like a layer: by its name, or by the layer below it that has no <c>From</c>. The first may stand anywhere.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class InputAttribute : Attribute
{
    /// <summary>Declares the shape of one example.</summary>
    /// <param name="shape">The size of every axis; each at least 1.</param>
    public InputAttribute(params int[] shape) => Shape = shape;

    /// <summary>The size of every axis.</summary>
    public int[] Shape { get; }

    /// <summary>The name by which layers refer to the input in <c>From</c>. Default <c>"input"</c>; each of several has one of its own.</summary>
    public string? Name { get; set; }
}
