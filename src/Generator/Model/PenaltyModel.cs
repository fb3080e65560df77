namespace NetGen.Generator;

/// <summary>A penalty on weights: λ/2·‖W‖² + λ₁·Σ|w|.</summary>
/// <param name="Node">The node whose parameters are penalized; null for every one that no other penalty names.</param>
/// <param name="Biases">Whether tensors of one axis are penalized too.</param>
/// <param name="Proximal">Whether L1 is left to proximal steps.</param>
/// <param name="Examples">What λ and λ₁ are divided by.</param>
internal sealed record PenaltyModel(double L1, double L2, int? Node, bool Biases, bool Proximal, int Examples)
{
    /// <summary>λ₁ as it stands in the cost.</summary>
    public float Lambda1 => (float)(L1 / Examples);

    /// <summary>λ as it stands in the cost.</summary>
    public float Lambda2 => (float)(L2 / Examples);

    /// <summary>Whether it costs anything; one that does not takes a layer out of that of all.</summary>
    public bool Costs => L1 > 0 || L2 > 0;

    /// <summary>Whether it is of a tensor of a layer that it is of.</summary>
    public bool Takes(ParameterModel parameter) => Costs && (Biases || parameter.Shape.Rank > 1);
}
