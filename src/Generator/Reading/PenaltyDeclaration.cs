using System.Collections.Generic;

namespace NetGen.Generator;

/// <param name="Attribute">Its attribute.</param>
/// <param name="L1">The factor of Σ|w|.</param>
/// <param name="L2">The factor of ½‖W‖².</param>
/// <param name="From">The name of the layer that is penalized, or null for all.</param>
/// <param name="Biases">Whether tensors of one axis are penalized too.</param>
/// <param name="Proximal">Whether L1 is left to proximal steps.</param>
/// <param name="Examples">What both factors are divided by.</param>
/// <param name="IsReadable">False where the compiler already rejects the attribute.</param>
internal sealed record PenaltyDeclaration(int Attribute, double L1, double L2, string? From, bool Biases, bool Proximal, int Examples, bool IsReadable)
{
    /// <summary>How a message calls it.</summary>
    public string Title => $"Penalty({string.Join(", ", Settings())})";

    private IEnumerable<string> Settings()
    {
        if (L1 != 0)
        {
            yield return $"L1 = {Text.Number(L1)}";
        }

        if (L2 != 0)
        {
            yield return $"L2 = {Text.Number(L2)}";
        }

        if (From is not null)
        {
            yield return $"From = {Text.Quote(From)}";
        }
    }
}
