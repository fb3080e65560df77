using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Joins the layer above (or the one named by <c>From</c>) and the outputs of other layers, in that order, along one
/// axis. All other axes agree.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class ConcatAttribute : LayerAttribute
{
    /// <summary>Declares a concatenation.</summary>
    /// <param name="with">The names of the layers to append; at least one.</param>
    public ConcatAttribute(params string[] with) => With = with;

    /// <summary>The names of the layers to append.</summary>
    public string[] With { get; }

    /// <summary>The axis along which they are joined, counted from 0. Default 0.</summary>
    public int Axis { get; set; }
}
