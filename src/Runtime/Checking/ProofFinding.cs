namespace NetGen.Checking;

/// <summary>One claim about a network, and what was found.</summary>
/// <param name="Claim">What was checked.</param>
/// <param name="Holds">Whether the claim holds.</param>
/// <param name="Detail">What was found, in words.</param>
/// <param name="Share">
/// Where numbers were compared, the largest error as a share of its bound: at most 1 where the claim holds, and the
/// nearer to 0, the less the bound would have noticed. Otherwise null.
/// </param>
/// <param name="Decided">
/// False where nothing could be compared: every row lay within rounding of a kink, or the check or its reference threw.
/// </param>
public sealed record ProofFinding(string Claim, bool Holds, string Detail, double? Share = null, bool Decided = true)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Holds ? "ok       " : Decided ? "FAILED   " : "UNDECIDED")}  {Claim}: {Detail}";
}
