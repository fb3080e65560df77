using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>The map of dense and recurrent layers and of attention.</summary>
internal static class Affine
{
    /// <summary>W·x + b.</summary>
    /// <param name="w">W [rows, x's length].</param>
    /// <param name="x">x.</param>
    /// <param name="b">b [rows], or empty for none.</param>
    public static S[] Of<S>(ReadOnlySpan<S> w, ReadOnlySpan<S> x, ReadOnlySpan<S> b)
        where S : IScalar<S>
    {
        Tensor<S> z = new Tensor<S>([w.Length / x.Length, x.Length], w).Dot(new([x.Length], x));
        return [.. (b.IsEmpty ? z : z + new Tensor<S>([b.Length], b)).Elements];
    }
}
