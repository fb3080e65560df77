using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace NetGen;

/// <summary>The same elements in another shape.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Shape">The new shape.</param>
public sealed record ReshapeDescription(string Name, ImmutableArray<int> Inputs, ImmutableArray<int> Shape) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => $"Reshape({ShapeText.List(Shape)})";

    /// <inheritdoc/>
    public bool Equals(ReshapeDescription? other) => base.Equals(other) && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), ListHash.Of(Shape));

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append($", Shape = {ShapeText.Of(Shape)}");
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Shape.All(size => size > 0) && NetworkDescription.Elements(inputs[0]) == NetworkDescription.Elements(Shape)
            ? Shape : throw Misfit($"{ShapeText.Of(inputs[0])} cannot become {ShapeText.Of(Shape)}.");
}
