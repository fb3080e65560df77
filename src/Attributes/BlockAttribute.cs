using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Stands for the layers of a block, a class with <see cref="LayersAttribute"/>, as many times as it says: each
/// repetition takes the output of the one before, and has parameters of its own.
/// </summary>
/// <remarks>
/// The layers of repetition 3 of <c>ResidualUnit</c> are named <c>ResidualUnit3_Dense1</c>, and its output
/// <c>ResidualUnit3</c>; further attributes of the same class count on. With <c>Name = "Body"</c> they are
/// <c>Body3_Dense1</c> and <c>Body3</c>, without a number where there is one repetition, and the output of the last is
/// <c>Body</c>. A name that ends in a digit is kept apart from the number: <c>Stage1_3_Dense1</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class BlockAttribute : LayerAttribute
{
    /// <summary>Takes over the layers of a block.</summary>
    /// <param name="layers">A class with <see cref="LayersAttribute"/>, of the same project.</param>
    public BlockAttribute(Type layers) => Layers = layers;

    /// <summary>The class that the block is declared on.</summary>
    public Type Layers { get; }

    /// <summary>How often the block is repeated; at least 1. Default 1.</summary>
    public int Times { get; set; } = 1;
}
