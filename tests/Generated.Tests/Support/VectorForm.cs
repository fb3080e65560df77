namespace NetGen.Generated.Tests.Support;

/// <summary>The forms that networks are tried in: those that vector code is emitted in, and their loops by themselves.</summary>
public enum VectorForm
{
    /// <summary><see cref="System.Numerics.Vector{T}"/>, as wide as the machine makes it; one row takes the passes of that width.</summary>
    Vector,

    /// <summary><see cref="System.Runtime.Intrinsics.Vector512"/>; in software where the machine is narrower.</summary>
    Vector512,

    /// <summary><see cref="System.Numerics.Vector{T}"/> whatever its width, as one row is predicted at widths that have no passes of their own.</summary>
    Portable,
}
