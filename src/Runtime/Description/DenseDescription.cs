using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>A fully connected layer z = W·x + b.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Units">The number of outputs.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="PerStep">Whether every step of a sequence [T, F] goes through the layer by itself.</param>
/// <param name="Initializer">How W is drawn.</param>
/// <param name="Scale">The number that the initializer takes; null for its default.</param>
public sealed record DenseDescription(
    string Name, ImmutableArray<int> Inputs, int Units, bool Bias = true, bool PerStep = false, Initializer Initializer = Initializer.Auto, double? Scale = null)
    : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => Invariant($"Dense({Units}){(PerStep ? ", per step" : "")}");

    internal override WeightDraws? Draws => new(Initializer, Scale);

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Units = {Units}, Bias = {Bias}, PerStep = {PerStep}, Initializer = {Initializer}, Scale = {Scale}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Units < 1 ? throw Misfit($"{Units} units; a dense layer needs at least 1.")
        : PerStep && inputs[0].Length != 2 ? throw Misfit($"a dense layer per step takes a sequence [T, F], its input is {ShapeText.Of(inputs[0])}; reshape it first.")
        : PerStep ? [inputs[0][0], Units]
        : inputs[0].Length != 1 ? throw Misfit($"a dense layer takes a vector, its input is {ShapeText.Of(inputs[0])}; flatten it first.")
        : [Units];

    /// <summary>Weights W [units, inputs], then Bias b [units] where there is one.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Bias ? [("Weights", [Units, inputs[0][^1]]), ("Bias", [Units])] : [("Weights", [Units, inputs[0][^1]])];

    /// <summary>Units · inputs, or per step T · units · F.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override long MultiplyAdds(IReadOnlyList<ImmutableArray<int>> inputs) => (long)Units * NetworkDescription.Elements(inputs[0]);
}
