namespace NetGen;

/// <summary>The activation functions ψ.</summary>
public enum Activation
{
    /// <summary>ψ(z) = z.</summary>
    Identity,

    /// <summary>The logistic function ψ(z) = 1 / (1 + e⁻ᶻ), ψ′ = ψ(1 − ψ).</summary>
    Sigmoid,

    /// <summary>ψ(z) = tanh z, ψ′ = 1 − ψ².</summary>
    Tanh,

    /// <summary>ψ(z) = max(0, z) (Nair and Hinton, 2010). ψ′(0) is taken as 0; NaN stays NaN.</summary>
    ReLU,

    /// <summary>ψ(z) = z for z &gt; 0, else α·z (Maas et al., 2013). ψ′(0) is taken as α.</summary>
    LeakyReLU,

    /// <summary>ψ(z)ᵢ = e^(zᵢ − max z) / Σⱼ e^(zⱼ − max z) over a vector; only where the output is the network's.</summary>
    Softmax,

    /// <summary>ψ(z) = ln(1 + eᶻ), ψ′ = 1 / (1 + e⁻ᶻ) = 1 − e^(−ψ): a ReLU without its corner (Dugas et al., 2000).</summary>
    Softplus,

    /// <summary>
    /// ψ(z) = z·Φ(z) with Φ(z) = ½(1 + erf(z / √2)), ψ′ = Φ(z) + z·e^(−z²/2) / √(2π) (Hendrycks and Gimpel, 2016); the
    /// exact form, not the one by tanh.
    /// </summary>
    GELU,
}
