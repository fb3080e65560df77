namespace NetGen;

/// <summary>The loss ℓ of one example with output ŷ and target y.</summary>
public enum Loss
{
    /// <summary>ℓ = ½ Σ (ŷ − y)².</summary>
    HalfSquaredError,

    /// <summary>ℓ = (1/n) Σ (ŷ − y)² over the n outputs.</summary>
    MeanSquaredError,

    /// <summary>
    /// ℓ = −Σ (y ln ŷ + (1 − y) ln(1 − ŷ)), summed over the outputs, each a probability from
    /// <see cref="Activation.Sigmoid"/>.
    /// </summary>
    BinaryCrossEntropy,

    /// <summary>
    /// ℓ = −Σ y ln ŷ with ŷ from <see cref="Activation.Softmax"/>; the target is the index of a class, or one
    /// probability per class.
    /// </summary>
    CrossEntropy,
}
