namespace NetGen;

/// <summary>How the losses ℓ of a batch of m examples become one number J.</summary>
public enum Reduction
{
    /// <summary>J = (1/m) Σ ℓ.</summary>
    Mean,

    /// <summary>J = Σ ℓ.</summary>
    Sum,
}
