namespace NetGen;

/// <summary>
/// How weights are drawn; biases start at 0. Draws have mean 0 and the variance given, and are normal unless another
/// distribution is named. Some take a number, the layer's <c>Scale</c>.
/// </summary>
public enum Initializer
{
    /// <summary>
    /// <see cref="He"/> before the ReLU family, of which about half the variance comes through: ReLU, leaky ReLU,
    /// PReLU, ReLU6, ELU, GELU in both forms, SiLU, hard swish and Mish. <see cref="LeCun"/> otherwise: before functions that are like
    /// the identity around 0, as tanh, sigmoid, softsign and their hard forms, before softplus, whose mean is not 0,
    /// before SELU, which is made for it, and where no activation follows.
    /// </summary>
    Auto,

    /// <summary>All weights 0. A hidden layer that starts so never learns more than one unit could.</summary>
    Zeros,

    /// <summary>All weights the same number, <c>Scale</c>.</summary>
    Constant,

    /// <summary>Standard deviation <c>Scale</c>, 0.01 by default.</summary>
    Normal,

    /// <summary>Variance 1/inputs (LeCun et al., 1998; called Xavier by some).</summary>
    LeCun,

    /// <summary>Variance 2/inputs (He et al., 2015).</summary>
    He,

    /// <summary>Variance 2/(inputs + outputs) (Glorot and Bengio, 2010; PyTorch's Xavier).</summary>
    Glorot,

    /// <summary>Variance k/inputs with k = <c>Scale</c>, 1 by default.</summary>
    Scaled,

    /// <summary>Uniform between ±<c>Scale</c>, 0.05 by default: variance <c>Scale</c>²/3.</summary>
    Uniform,

    /// <summary>Uniform between ±√(3/inputs), with the variance of <see cref="LeCun"/>.</summary>
    LeCunUniform,

    /// <summary>Uniform between ±√(6/inputs), with the variance of <see cref="He"/> (PyTorch's Kaiming uniform).</summary>
    HeUniform,

    /// <summary>Uniform between ±√(6/(inputs + outputs)), with the variance of <see cref="Glorot"/> (PyTorch's Xavier uniform).</summary>
    GlorotUniform,

    /// <summary>
    /// <c>Scale</c>, 1 by default, times an orthogonal matrix (Saxe et al., 2014), so that lengths are kept: the weights
    /// with their first axis as rows and the others together as columns, as PyTorch; the rows are orthonormal, or the
    /// columns where there are fewer.
    /// </summary>
    Orthogonal,
}
