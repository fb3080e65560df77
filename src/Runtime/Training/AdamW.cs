using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter, 2019): <see cref="Adam{T}"/> with weight decay apart from the gradient, so that no
/// moment scales it: θ ← (1 − αλ)θ, then Adam's step by g. λ is <see cref="Optimizer{T}.WeightDecay"/>, here 0.01 by default.
/// </summary>
/// <inheritdoc cref="AdaptiveMoments{T}"/>
public sealed class AdamW<T> : AdaptiveMoments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes an optimizer with moments 0 and λ = 0.01.</summary>
    /// <inheritdoc cref="Adam{T}(int, double, double, double, double)" path="/param|/exception"/>
    public AdamW(int length, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base("AdamW", length, learningRate, beta1, beta2, epsilon, "first", "second") => WeightDecay = 0.01;

    private protected override void Update(in ParameterRange<T> range) =>
        Sweep.Run(new Decoupled<T, AdamUpdate>(AdamStep(), T.CreateTruncating(1 - LearningRate * WeightDecay)), range, State);
}
