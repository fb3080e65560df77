namespace NetGen.Generated.Tests.Support;

/// <summary>The forms that networks are tried in: those that vector code is emitted in, and their loops by themselves.</summary>
public enum VectorForm
{
    /// <summary><see cref="System.Numerics.Vector{T}"/>, as wide as the machine makes it; a tiny network is written out for that width.</summary>
    Vector,

    /// <summary><see cref="System.Runtime.Intrinsics.Vector512"/>; in software where the machine is narrower.</summary>
    Vector512,

    /// <summary><see cref="System.Numerics.Vector{T}"/> in loops, as a tiny network runs at widths it is not written out for.</summary>
    Portable,
}
