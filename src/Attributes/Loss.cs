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
    /// ℓ = −Σ y ln ŷ with ŷ from <see cref="Activation.Softmax"/>, or −Σ y·ŷ with ŷ = ln p from
    /// <see cref="Activation.LogSoftmax"/>, which is the same number; the target is the index of a class, or one
    /// probability per class.
    /// </summary>
    CrossEntropy,

    /// <summary>ℓ = Σ |ŷ − y|, also called L1; its derivative is −1 or 1, and 0 where ŷ = y, as in PyTorch.</summary>
    AbsoluteError,

    /// <summary>
    /// ℓ = Σ h(ŷ − y) with h(e) = ½e² where |e| ≤ δ and δ(|e| − ½δ) beyond (Huber, 1964): squared near the target, and
    /// far from it no steeper than δ, which is <see cref="LossAttribute.Delta"/>.
    /// </summary>
    /// <remarks>
    /// PyTorch's smooth L1 with β is this loss with δ = β, divided by β: <c>Delta = 0.5, Weight = 1 / 0.5</c>. Its means
    /// divide by the outputs too.
    /// </remarks>
    Huber,

    /// <summary>
    /// ℓ = Σ y (ln y − ln ŷ) with 0 · ln 0 = 0 and ŷ from <see cref="Activation.Softmax"/>, or ln ŷ from
    /// <see cref="Activation.LogSoftmax"/>: how far the network's
    /// distribution is from the target's (Kullback and Leibler, 1951). Its gradient is that of
    /// <see cref="CrossEntropy"/>; its value is 0 where the two are the same.
    /// </summary>
    KullbackLeibler,
}
