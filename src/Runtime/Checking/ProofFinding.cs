namespace NetGen.Checking;

/// <summary>One claim about a network, and what was found.</summary>
/// <param name="Claim">What was checked.</param>
/// <param name="Holds">Whether the claim holds.</param>
/// <param name="Detail">What was found, in words.</param>
public sealed record ProofFinding(string Claim, bool Holds, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Holds ? "ok    " : "FAILED")}  {Claim}: {Detail}";
}
