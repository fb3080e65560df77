namespace NetGen.Generator;

/// <param name="Attribute">Its attribute.</param>
/// <param name="L1">The factor of Σ|w|.</param>
/// <param name="L2">The factor of ½‖W‖².</param>
/// <param name="From">The name of the layer that is penalized, or null for all.</param>
/// <param name="Biases">Whether tensors of one axis are penalized too.</param>
/// <param name="Proximal">Whether L1 is left to proximal steps.</param>
/// <param name="Examples">What both factors are divided by.</param>
/// <param name="Settings">What is written, as a message quotes it.</param>
/// <param name="IsReadable">False where the compiler already rejects the attribute.</param>
internal sealed record PenaltyDeclaration(int Attribute, double L1, double L2, string? From, bool Biases, bool Proximal, int Examples, string Settings, bool IsReadable)
{
    /// <summary>How a message calls it.</summary>
    public string Title => $"Penalty({Settings})";
}
