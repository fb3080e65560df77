using System;
using System.Collections.Immutable;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>How one kind of layer computes.</summary>
internal abstract class Layer<S>
    where S : IScalar<S>
{
    public abstract S[] Forward(in LayerCall<S> call);
}

/// <summary>What a layer computes from, for one row.</summary>
internal readonly ref struct LayerCall<S>
    where S : IScalar<S>
{
    /// <summary>The node that the layer's output becomes.</summary>
    public required int Node { get; init; }

    public required LayerDescription Description { get; init; }

    public required S[][] Inputs { get; init; }

    public required ImmutableArray<ImmutableArray<int>> InputShapes { get; init; }

    /// <summary>The layer's own parameters, one tensor after another.</summary>
    public required ReadOnlySpan<S> Parameters { get; init; }

    public required DropoutKey? Training { get; init; }
}
