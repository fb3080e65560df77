using System.Numerics;
using System.Runtime.Intrinsics;

namespace NetGen.Generated.Tests.Support;

/// <summary>The two forms that vector code is emitted in.</summary>
public enum VectorForm
{
    /// <summary><see cref="System.Numerics.Vector{T}"/>, as wide as the machine makes it.</summary>
    Vector,

    /// <summary><see cref="System.Runtime.Intrinsics.Vector512"/>; in software where the machine is narrower.</summary>
    Vector512,
}

internal static class VectorForms
{
    /// <summary>The expression by which emitted drivers choose; a test that wants one form puts a constant in its place.</summary>
    public const string Choice = "Vector512.IsHardwareAccelerated && Vector<float>.Count < 16";

    public static VectorForm OfThisMachine { get; } =
        Vector512.IsHardwareAccelerated && Vector<float>.Count < 16 ? VectorForm.Vector512 : VectorForm.Vector;

    public static string Choose(string source, VectorForm form) =>
        source.Replace(Choice, form == VectorForm.Vector512 ? "true" : "false", System.StringComparison.Ordinal);
}
