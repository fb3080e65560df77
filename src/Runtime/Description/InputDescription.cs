using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>One of several inputs: a part of the row that goes in, which is a vector of all parts one after another.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Inputs">Node 0, the whole row.</param>
/// <param name="Shape">The shape of the part.</param>
/// <param name="Offset">The elements of the row before it.</param>
public sealed record InputDescription(string Name, ImmutableArray<int> Inputs, ImmutableArray<int> Shape, int Offset)
    : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "Input";

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        if (Shape.IsDefaultOrEmpty || Shape.Any(size => size < 1))
        {
            throw Misfit($"an input needs one axis or more, each of size 1 or more.");
        }

        int elements = NetworkDescription.Elements(Shape);
        return Inputs[0] != 0 ? throw Misfit($"an input is a part of the row that goes in, node 0; it takes node {Inputs[0]}.")
            : inputs[0].Length != 1 ? throw Misfit($"the row of several inputs is a vector; it is {ShapeText.Of(inputs[0])}.")
            : Offset < 0 || Offset > inputs[0][0] - elements
            ? throw Misfit($"{elements} elements from {Offset} on do not lie in a row of {inputs[0][0]}.")
            : Shape;
    }

    /// <summary>Whether the other has the same name, shape and place.</summary>
    /// <param name="other">Another description.</param>
    public bool Equals(InputDescription? other) => base.Equals(other) && Offset == other.Offset && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Offset, ListHash.Of(Shape));

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Shape = {ShapeText.Of(Shape)}, Offset = {Offset}"));
        return true;
    }
}
