using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>An activation.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Activation">The activation.</param>
public sealed record ActivateDescription(string Name, ImmutableArray<int> Inputs, Activation Activation)
    : LayerDescription(Name, Inputs)
{
    /// <summary>An activation with a slope.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="inputs">The node it takes.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="slope">The <see cref="Slope"/>.</param>
    public ActivateDescription(string name, ImmutableArray<int> inputs, Activation activation, double slope)
        : this(name, inputs, activation) => Slope = slope;

    /// <summary>
    /// α, which <see cref="Activation.LeakyReLU"/> takes from 0 to below 1, by default 0.01, and <see cref="Activation.ELU"/>
    /// above 0, by default 1.
    /// </summary>
    public double Slope { get; init; } = Activation == Activation.ELU ? 1 : 0.01;

    /// <summary>Whether the activation has a slope.</summary>
    internal bool HasSlope => Activation is Activation.LeakyReLU or Activation.ELU;

    /// <summary>Whether it makes probabilities of a vector, or their logarithms.</summary>
    internal bool IsSoftmax => Activation is Activation.Softmax or Activation.LogSoftmax;

    /// <inheritdoc/>
    public override string Summary => HasSlope ? Invariant($"{Activation}({Slope})") : $"{Activation}";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Activation = {Activation}, Slope = {Slope}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Activation == Activation.ELU && !((float)Slope is > 0 and <= float.MaxValue) ? throw Misfit($"slope {Slope}; that of ELU is a float above 0.")
        : Activation != Activation.ELU && Slope is not (>= 0 and < 1) ? throw Misfit($"slope {Slope}; it lies from 0 to below 1.")
        : IsSoftmax && inputs[0].Length != 1 ? throw Misfit($"softmax takes a vector, its input is {ShapeText.Of(inputs[0])}.")
        : inputs[0];
}
