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
    /// exact form, not <see cref="GELUTanh"/>.
    /// </summary>
    GELU,

    /// <summary>ψ(z) = z for z &gt; 0, else α·(eᶻ − 1), ψ′ = 1 or ψ + α (Clevert et al., 2016). ψ′(0) is taken as α.</summary>
    ELU,

    /// <summary>
    /// ψ(z) = λ·z for z &gt; 0, else λ·α·(eᶻ − 1), with λ = 1.05070098735548 and α = 1.67326324235438, which draw means to
    /// 0 and variances to 1 from layer to layer (Klambauer et al., 2017). ψ′(0) is taken as λ·α.
    /// </summary>
    SELU,

    /// <summary>
    /// ψ(z) = ½z·(1 + tanh(√(2/π)·(z + 0.044715z³))), the form of <see cref="GELU"/> by tanh, which lies within 0.0005 of
    /// it (Hendrycks and Gimpel, 2016); ψ′ is its own.
    /// </summary>
    GELUTanh,

    /// <summary>ψ(z) = z·σ(z) with σ the <see cref="Sigmoid"/>, ψ′ = σ + z·σ(1 − σ) (Elfwing et al., 2018; also called swish).</summary>
    SiLU,

    /// <summary>ψ(z) = z·t with t = tanh(ln(1 + eᶻ)), ψ′ = t + z·(1 − t²)·σ(z) (Misra, 2019).</summary>
    Mish,

    /// <summary>ψ(z) = min(1, max(−1, z)) (Collobert, 2004). ψ′(−1) and ψ′(1) are taken as 0.</summary>
    HardTanh,

    /// <summary>ψ(z) = min(6, max(0, z)) (Krizhevsky, 2010). ψ′(0) and ψ′(6) are taken as 0.</summary>
    ReLU6,

    /// <summary>ψ(z) = min(1, max(0, z/6 + ½)) (Howard et al., 2019). ψ′(−3) and ψ′(3) are taken as 0.</summary>
    HardSigmoid,

    /// <summary>ψ(z) = z·min(1, max(0, z/6 + ½)) (Howard et al., 2019). ψ′(−3) is taken as −½, ψ′(3) as 1.</summary>
    HardSwish,

    /// <summary>ψ(z) = z / (1 + |z|), ψ′ = (1 − |ψ|)² (Turian et al., 2009).</summary>
    Softsign,

    /// <summary>
    /// ψ(z) = 1 for z &gt; 0, else 0 (McCulloch and Pitts, 1943). ψ′ = 0 everywhere, so that nothing above it learns
    /// through it: a network that is trained so gets a warning.
    /// </summary>
    HardThreshold,

    /// <summary>ψ(z)ᵢ = zᵢ − max z − ln Σⱼ e^(zⱼ − max z), the logarithm of <see cref="Softmax"/>; only where the output is the network's.</summary>
    LogSoftmax,
}
