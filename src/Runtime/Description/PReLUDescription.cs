using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A leaky ReLU with learned slopes: y = x where x &gt; 0, else a·x.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="PerChannel">Whether every place on the first axis has a slope of its own.</param>
public sealed record PReLUDescription(string Name, ImmutableArray<int> Inputs, bool PerChannel = false) : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => PerChannel ? "PReLU per channel" : "PReLU";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", PerChannel = {PerChannel}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) => inputs[0];

    /// <summary>Weights a [1], or [channels].</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs) =>
        [("Weights", [PerChannel ? inputs[0][0] : 1])];

    internal override double StartOf(string tensor) => 0.25;
}
