using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using static System.FormattableString;

namespace NetGen;

/// <summary>Batch normalization: y = (x − μ)/√(σ² + ε) · γ + β, by channels.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Affine">Whether there are a scale γ and a shift β.</param>
/// <param name="Epsilon">ε, which is added to the variance.</param>
/// <param name="Momentum">How much of a running average each batch replaces.</param>
public sealed record BatchNormDescription(string Name, ImmutableArray<int> Inputs, bool Affine = true, double Epsilon = 1e-5, double Momentum = 0.1)
    : LayerDescription(Name, Inputs)
{
    /// <inheritdoc/>
    public override string Summary => "BatchNorm";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(Invariant($", Affine = {Affine}, Epsilon = {Epsilon}, Momentum = {Momentum}"));
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs) =>
        !(Epsilon > 0 && double.IsFinite(Epsilon)) ? throw Misfit($"epsilon {Epsilon}; it is finite and above 0.")
        : Momentum is > 0 and <= 1 ? inputs[0] : throw Misfit($"momentum {Momentum}; it lies above 0 and up to 1.");

    /// <summary>Weights γ and Bias β [channels]; none where the layer is not affine.</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Parameters(IReadOnlyList<ImmutableArray<int>> inputs) =>
        Affine ? [("Weights", [inputs[0][0]]), ("Bias", [inputs[0][0]])] : [];

    /// <summary>RunningMean and RunningVariance [channels].</summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    public override ImmutableArray<(string Name, ImmutableArray<int> Shape)> Statistics(IReadOnlyList<ImmutableArray<int>> inputs) =>
        [("RunningMean", [inputs[0][0]]), ("RunningVariance", [inputs[0][0]])];

    internal override double StartOf(string tensor) => tensor == "Weights" ? 1 : 0;
}
