using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Multiplies the layer above (or the one named by <c>From</c>) by another, element by element: yᵢ = aᵢ·bᵢ. Both have
/// one shape. With a sigmoid before it, <c>[Multiply("gate")]</c> lets through what the gate opens.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class MultiplyAttribute : LayerAttribute
{
    /// <summary>Declares a product.</summary>
    /// <param name="by">The name of the other factor.</param>
    public MultiplyAttribute(string by) => By = by;

    /// <summary>The name of the other factor.</summary>
    public string By { get; }
}
