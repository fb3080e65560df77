using System;
using System.Collections.Immutable;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>How one kind of layer computes.</summary>
internal abstract class Layer<S>
    where S : IScalar<S>
{
    public abstract S[] Forward(in LayerCall<S> call);

    /// <summary>All rows of a training batch, for a layer that couples them; null for one that takes them row by row.</summary>
    /// <param name="call">The layer; of inputs it has none.</param>
    /// <param name="rows">The layer's input in every row.</param>
    public virtual S[][]? ForwardTogether(in LayerCall<S> call, S[][] rows) => null;
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

    /// <summary>The layer's own statistics, one tensor after another; empty where nobody gave them, as in training.</summary>
    public ReadOnlySpan<S> Statistics { get; init; }

    public required DropoutKey? Training { get; init; }
}
