using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Adds the outputs of other layers to the layer above (or to the one named by <c>From</c>), element by element. All
/// have one shape. <c>[Add("skip")]</c> makes a residual connection.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class AddAttribute : LayerAttribute
{
    /// <summary>Declares a sum.</summary>
    /// <param name="with">The names of the layers to add; at least one.</param>
    public AddAttribute(params string[] with) => With = with;

    /// <summary>The names of the layers to add.</summary>
    public string[] With { get; }
}
