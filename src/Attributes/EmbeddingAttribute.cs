using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A learned vector for every symbol (Bengio et al., 2003): an input [T] of symbols becomes [T, size] with
/// y[t] = W[x[t]]. A symbol is a whole number from 0 to symbols − 1, written as a float into the row.
/// </summary>
/// <remarks>
/// Weights W [symbols, size] are PyTorch's <c>Embedding.weight</c> and drawn as there, from a normal distribution of
/// deviation 1. What it takes is the network's input, at most in another shape: symbols are not computed, and have
/// no gradient. Anything else than a symbol in the input, such as 0.5, −1 or NaN, is refused with an exception.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class EmbeddingAttribute : LearningLayerAttribute
{
    /// <summary>Declares an embedding.</summary>
    /// <param name="symbols">The number of symbols, from 1 to 16,777,216, up to which floats tell whole numbers apart.</param>
    /// <param name="size">The numbers of a symbol's vector, at least 1.</param>
    public EmbeddingAttribute(int symbols, int size) => (Symbols, Size) = (symbols, size);

    /// <summary>The number of symbols.</summary>
    public int Symbols { get; }

    /// <summary>The numbers of a symbol's vector.</summary>
    public int Size { get; }
}
