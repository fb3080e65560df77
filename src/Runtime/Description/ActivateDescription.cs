using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>An activation.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Slope">The slope of <see cref="Activation.LeakyReLU"/>.</param>
public sealed record ActivateDescription(string Name, ImmutableArray<int> Inputs, Activation Activation, double Slope = 0.01)
    : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary =>
        Activation == Activation.LeakyReLU ? Invariant($"LeakyReLU({Slope})") : $"{Activation}";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Activation = {Activation}, Slope = {Slope}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Slope is not (>= 0 and < 1) ? throw Misfit($"slope {Slope}; it lies from 0 to below 1.")
        : Activation == Activation.Softmax && inputs[0].Length != 1 ? throw Misfit($"softmax takes a vector, its input is {ShapeText.Of(inputs[0])}.")
        : inputs[0];
}
